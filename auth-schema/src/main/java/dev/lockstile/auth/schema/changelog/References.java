package dev.lockstile.auth.schema.changelog;

import dev.lockstile.auth.schema.changelog.Reference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what an element names: classes and files. */
final class References {

    /** The elements that name a class, and the attribute they name it in. */
    private static final Map<String, String> CLASSES =
            Map.of("customChange", "class", "customPrecondition", "className");

    /** The elements that name a file, and the attribute they name it in. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("sqlFile", "path"),
            Map.entry("loadData", "file"),
            Map.entry("loadUpdateData", "file"),
            Map.entry("createProcedure", "path"),
            Map.entry("createFunction", "path"),
            Map.entry("createPackage", "path"),
            Map.entry("createPackageBody", "path"),
            Map.entry("createTrigger", "path"),
            Map.entry("createView", "path"));

    private static final List<String> COLUMN_FILES = List.of("valueBlobFile", "valueClobFile");

    private final String file;
    private final Parameters parameters;
    private final List<Reference> found = new ArrayList<>();
    private boolean silent;

    private References(String file, Parameters parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    /** What is named by that element and below it. */
    static List<Reference> of(Node node, String file, Parameters parameters) {
        References references = new References(file, parameters);
        references.collect(node, false);
        return List.copyOf(references.found);
    }

    private void collect(Node node, boolean rollback) {
        if (node.name().equals("preConditions")) {
            silent = node.has("onFail", "MARK_RAN") || node.has("onError", "MARK_RAN");
        }
        String type = CLASSES.get(node.name());
        if (type != null) {
            add(Kind.CLASS, node, type, rollback);
        }
        String path = FILES.get(node.name());
        if (path != null) {
            add(Kind.RESOURCE, node, path, rollback);
        }
        COLUMN_FILES.forEach(column -> add(Kind.RESOURCE, node, column, rollback));
        for (Node child : node.children()) {
            collect(child, rollback || child.name().equals("rollback"));
        }
    }

    private void add(Kind kind, Node node, String attribute, boolean rollback) {
        String value = node.attribute(attribute);
        if (value != null && !value.isBlank()) {
            String name = parameters.fill(value.strip());
            String full = kind == Kind.CLASS ? name : path(node, name, file);
            found.add(new Reference(
                    kind, node.name(), full, rollback, silent && node.name().equals("customPrecondition")));
        }
    }

    /** The path that an element means, seen from the root of the class path. */
    static String path(Node node, String name, String file) {
        return node.has("relativeToChangelogFile", "true") ? beside(file, name) : plain(name);
    }

    static String plain(@Nullable String path) {
        String bare = path == null ? "" : path.replace('\\', '/').replaceFirst("^classpath\\*?:", "");
        return bare.replaceFirst("^(\\./|/)+", "");
    }

    private static String beside(String file, String name) {
        int slash = file.lastIndexOf('/');
        String base = slash < 0 ? "" : file.substring(0, slash + 1);
        return java.net
                .URI
                .create("x:/" + (base + plain(name)).replace(" ", "%20"))
                .normalize()
                .getPath()
                .substring(1);
    }
}
