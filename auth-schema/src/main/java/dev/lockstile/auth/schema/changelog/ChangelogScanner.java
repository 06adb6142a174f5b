package dev.lockstile.auth.schema.changelog;

import dev.lockstile.auth.schema.changelog.Reference.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks a changelog and all that it includes, and goes on where a file is missing or makes no sense. */
public final class ChangelogScanner {

    private static final Set<String> LISTED =
            Set.of("property", "include", "includeAll", "changeSet", "logicalFilePath", "comment");

    private final ChangelogFiles resources;
    private final Parameters parameters;
    private final List<ScannedFile> files = new ArrayList<>();
    private final List<ScannedChangeSet> changeSets = new ArrayList<>();
    private final List<ScanProblem> problems = new ArrayList<>();
    private final List<ScannedProperty> properties = new ArrayList<>();
    private final Set<String> again = new TreeSet<>();
    private final Set<String> open = new HashSet<>();

    private ChangelogScanner(ChangelogFiles resources, Map<String, String> parameters) {
        this.resources = resources;
        this.parameters = new Parameters(parameters);
    }

    /** All that the changelog of that path consists of. */
    public static ChangelogScan scan(String changelog, ChangelogFiles resources, Map<String, String> parameters) {
        ChangelogScanner scanner = new ChangelogScanner(resources, parameters);
        String root = References.plain(changelog);
        scanner.file(root, null, null, false);
        return new ChangelogScan(
                root, scanner.files, scanner.changeSets, scanner.problems, scanner.properties, scanner.twice());
    }

    /**
     * Of the files that were met again, those that would run again: they have change sets, or files below them have.
     */
    private Set<String> twice() {
        Set<String> running = new HashSet<>();
        for (ScannedFile file : files) {
            boolean runs = changeSets.stream().anyMatch(c -> c.file().equals(file.path()));
            for (ScannedFile at = file; runs && at != null; at = at.includer()) {
                running.add(at.path());
            }
        }
        again.retainAll(running);
        return again;
    }

    /** Reads one file; {@code given} is the logical path that the including element gives it. */
    private void file(String path, @Nullable ScannedFile includer, @Nullable String given, boolean ignored) {
        if (!open.add(path)) {
            again.add(path);
            return;
        }
        int at = files.size();
        try {
            int copies = resources.copies(path);
            if (copies == 0) {
                files.add(new ScannedFile(path, given, includer, 0, ignored, "-", List.of()));
                return;
            }
            Node root = resources.read(path);
            String logical = given == null ? root.attribute("logicalFilePath") : given;
            List<Reference> named = new ArrayList<>();
            ScannedFile file = new ScannedFile(path, logical, includer, copies, ignored, settings(root), named);
            files.add(file);
            root.children().forEach(child -> take(child, file, named));
        } catch (IOException | RuntimeException e) {
            problems.add(new ScanProblem(path, Objects.toString(e.getMessage(), e.toString())));
            if (files.size() == at) {
                files.add(new ScannedFile(path, given, includer, 1, ignored, "-", List.of()));
            }
        }
    }

    /** Preconditions, quoting and the like. What names files and paths is looked at elsewhere. */
    private static String settings(Node root) {
        String quoting = root.attribute("objectQuotingStrategy");
        List<Node> others = root.children().stream()
                .filter(child -> !LISTED.contains(child.name()))
                .toList();
        return quoting == null && others.isEmpty()
                ? "-"
                : Digests.of(new Node("file", quoting == null ? Map.of() : Map.of("quoting", quoting), others, ""));
    }

    private void take(Node child, ScannedFile file, List<Reference> named) {
        switch (child.name()) {
            case "property" -> property(child, file, named);
            case "include" ->
                file(
                        target(child, "file", file),
                        file,
                        child.attribute("logicalFilePath"),
                        file.ignored() || child.has("ignore", "true"));
            case "includeAll" -> includeAll(child, file, named);
            case "changeSet" -> changeSets.add(changeSet(child, file));
            default -> named.addAll(References.of(child, file.path(), parameters));
        }
    }

    private void property(Node child, ScannedFile file, List<Reference> named) {
        parameters.add(child);
        properties.add(ScannedProperty.of(child, Objects.requireNonNullElse(file.logicalPath(), file.path())));
        if (child.attribute("file") != null && !child.has("errorIfMissing", "false")) {
            named.add(new Reference(Kind.RESOURCE, "property", target(child, "file", file), false, false));
        }
    }

    private void includeAll(Node child, ScannedFile file, List<Reference> named) {
        for (String attribute : List.of("filter", "resourceComparator")) {
            String type = child.attribute(attribute);
            if (type != null) {
                named.add(new Reference(Kind.CLASS, "includeAll " + attribute, type, false, false));
            }
        }
        String folder = target(child, "path", file);
        try {
            List<String> found = resources.below(folder);
            if (found.isEmpty() && !child.has("errorIfMissingOrEmpty", "false")) {
                named.add(new Reference(Kind.CHANGELOG, "includeAll", folder, false, false));
            }
            found.forEach(path -> file(path, file, null, file.ignored() || child.has("ignore", "true")));
        } catch (IOException e) {
            problems.add(new ScanProblem(folder, Objects.toString(e.getMessage(), e.toString())));
        }
    }

    private ScannedChangeSet changeSet(Node node, ScannedFile file) {
        String own = node.attribute("logicalFilePath");
        String path = own != null ? own : file.logicalPath() != null ? file.logicalPath() : file.path();
        ChangeSetKey key = new ChangeSetKey(path, named(node, "id"), named(node, "author"));
        List<Reference> references = References.of(node, file.path(), parameters);
        return new ScannedChangeSet(key, file.path(), references, Digests.of(node), node);
    }

    private String named(Node node, String attribute) {
        return parameters.fill(Objects.requireNonNullElse(node.attribute(attribute), ""));
    }

    private String target(Node child, String attribute, ScannedFile file) {
        return References.path(child, named(child, attribute), file.path());
    }
}
