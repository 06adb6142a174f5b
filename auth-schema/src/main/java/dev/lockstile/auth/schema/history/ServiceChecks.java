package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.report.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The provider files of {@code ServiceLoader}: one name that does not load ends the loading of all others. */
final class ServiceChecks {

    private final ClassLoader loader;
    private final ClassCheck classes;

    ServiceChecks(ClassLoader loader, ClassCheck classes) {
        this.loader = loader;
        this.classes = classes;
    }

    List<Finding> of(List<String> services) {
        List<Finding> findings = new ArrayList<>();
        for (String service : services) {
            String path = "META-INF/services/" + service;
            try {
                for (URL file : Collections.list(loader.getResources(path))) {
                    providers(file).stream()
                            .filter(name -> classes.load(name) == null)
                            .forEach(name -> findings.add(missing(path, name)));
                }
            } catch (IOException e) {
                findings.add(new Finding("HG-40", path, "cannot be read: " + e.getMessage(), "put the file right"));
            }
        }
        return findings;
    }

    private static Finding missing(String path, String name) {
        String fix = "write @FormerlyKnownAs(\"" + name + "\") on the class that took its place, or take the line out";
        return new Finding("HG-40", path, "the provider " + name + " is missing", fix);
    }

    private static List<String> providers(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
