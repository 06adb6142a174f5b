package dev.lockstile.auth.schema.changelog;

import java.util.Objects;

/**
 * A property that a changelog sets.
 *
 * @param scope the file where it counts in that one alone, empty where it counts in all
 * @param value with the databases and contexts it is for
 */
public record ScannedProperty(String scope, String name, String value) {

    static ScannedProperty of(Node node, String file) {
        String value = node.attribute("value") + " " + node.attribute("dbms") + " " + node.attribute("context") + " "
                + node.attribute("contextFilter") + " " + node.attribute("labels");
        boolean everywhere = !node.has("global", "false");
        return new ScannedProperty(
                everywhere ? "" : file, Objects.requireNonNullElse(node.attribute("name"), ""), value);
    }
}
