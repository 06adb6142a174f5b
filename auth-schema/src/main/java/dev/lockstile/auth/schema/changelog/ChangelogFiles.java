package dev.lockstile.auth.schema.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** The files of a changelog, on the class path or wherever the host keeps them. */
public final class ChangelogFiles {

    private static final List<String> FORMATS = List.of(".xml", ".yaml", ".yml", ".json", ".sql");

    private final ResourceAccessor resources;

    public ChangelogFiles(ResourceAccessor resources) {
        this.resources = resources;
    }

    /** How many files of that path there are. */
    public int copies(String path) throws IOException {
        return all(path).size();
    }

    /** The SHA-256 of a file, empty when it is missing. */
    public String digest(String path) throws IOException {
        for (Resource resource : all(path)) {
            try (InputStream in = resource.openInputStream()) {
                return Digests.of(in);
            }
        }
        return "";
    }

    /** The bytes of a file, each as one letter, whatever its lines end with; empty when it is missing. */
    public String text(String path) throws IOException {
        for (Resource resource : all(path)) {
            try (InputStream in = resource.openInputStream()) {
                return Digests.letters(in);
            }
        }
        return "";
    }

    /** The changelogs below a folder, in the order of their names. */
    List<String> below(String folder) throws IOException {
        List<Resource> found = resources.search(folder, true);
        return found.stream()
                .map(resource -> References.plain(resource.getPath()))
                .filter(path -> FORMATS.stream().anyMatch(path.toLowerCase(Locale.ROOT)::endsWith))
                .distinct()
                .sorted()
                .toList();
    }

    /** The elements of a changelog. */
    Node read(String path) throws IOException {
        try (InputStream in = all(path).get(0).openInputStream()) {
            String name = path.toLowerCase(Locale.ROOT);
            if (name.endsWith(".sql")) {
                return SqlNodes.read(in);
            }
            return name.endsWith(".xml") ? XmlNodes.read(in) : YamlNodes.read(in);
        }
    }

    private List<Resource> all(String path) throws IOException {
        List<Resource> found = resources.getAll(path);
        return found == null ? List.of() : found;
    }
}
