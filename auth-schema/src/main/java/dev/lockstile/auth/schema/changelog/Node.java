package dev.lockstile.auth.schema.changelog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An element of a changelog, whatever the format of the file. Names are without their namespace. */
public record Node(String name, Map<String, String> attributes, List<Node> children, String text) {

    private static final Set<String> UNCOUNTED = Set.of("comment", "validCheckSum");

    public Node {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public boolean has(String attribute, String value) {
        return value.equalsIgnoreCase(attributes.get(attribute));
    }

    /** This element without what is in it. */
    Node settings() {
        return new Node(name, attributes, List.of(), "");
    }

    /** The first child of that name. */
    public @Nullable Node child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst().orElse(null);
    }

    /** This element and all below it. */
    public void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        children.forEach(child -> child.walk(visitor));
    }

    /**
     * The same text for the same content, whatever the order of attributes and the layout of the file. Comments do not
     * count, nor do accepted checksums, which a rule of its own watches.
     */
    void canonical(StringBuilder out) {
        if (UNCOUNTED.contains(name)) {
            return;
        }
        out.append('<').append(name);
        new TreeMap<>(attributes).forEach((key, value) -> {
            if (!UNCOUNTED.contains(key)) {
                out.append(' ').append(key).append('=').append(value).append('\u0000');
            }
        });
        out.append('>').append(text.strip().replaceAll("\\s+", " "));
        children.forEach(child -> child.canonical(out));
        out.append("</>");
    }
}
