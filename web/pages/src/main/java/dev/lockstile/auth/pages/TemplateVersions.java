package dev.lockstile.auth.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a host which of its templates were copied from an older version of ours, and what changed since. The first line
 * of a template has its version, and a copy keeps it.
 */
final class TemplateVersions {

    private static final Pattern VERSION = Pattern.compile("\\A\\s*\\{# version (\\d{1,6}) #}");

    private TemplateVersions() {}

    /** One note for each template that is older than ours. */
    static List<String> notes(Map<String, String> hosts) {
        PageTemplates ours = new PageTemplates(Map.of());
        Properties changes = changes();
        List<String> notes = new ArrayList<>();
        new TreeMap<>(hosts).forEach((name, content) -> {
            int now = ours.has(name) ? version(ours.source(name)) : 0;
            int copied = version(content);
            if (copied < now) {
                notes.add(note(name, copied, now, changes));
            }
        });
        return notes;
    }

    private static String note(String name, int copied, int now, Properties changes) {
        StringBuilder note = new StringBuilder("page-template: " + name + " is a copy of "
                + (copied == 0 ? "ours without a version" : "version " + copied) + ", and ours is version " + now
                + ";");
        for (int version = copied + 1; version <= now; version++) {
            note.append(' ').append(changes.getProperty(name + "." + version, "Compare it with ours."));
        }
        return note.append(" Then write {# version ")
                .append(now)
                .append(" #} in its first line.")
                .toString();
    }

    /** 0 for a template without one. */
    static int version(String content) {
        Matcher version = VERSION.matcher(content);
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    static Properties changes() {
        return OwnFiles.properties("template-changes.properties");
    }
}
