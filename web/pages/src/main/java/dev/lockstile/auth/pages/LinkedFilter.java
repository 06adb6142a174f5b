package dev.lockstile.auth.pages;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code {{ t['register.terms'] | linked(terms) }}}: what stands in square brackets leads to the address, in a window
 * of its own so that a form keeps what was typed. Without an address the brackets are left out. All else is escaped.
 */
final class LinkedFilter implements Filter {

    private static final Pattern BRACKETS = Pattern.compile("(.*?)\\[(.*)](.*)");

    @Override
    public List<String> getArgumentNames() {
        return List.of("address");
    }

    @Override
    public Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate self,
            EvaluationContext context,
            int line) {
        String text = String.valueOf(input);
        Matcher parts = BRACKETS.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        Object address = arguments.get("address");
        return address == null
                ? parts.group(1) + parts.group(2) + parts.group(3)
                : new SafeString(escaped(parts.group(1)) + "<a href=\"" + escaped(address.toString())
                        + "\" target=\"_blank\" rel=\"noopener\">" + escaped(parts.group(2)) + "</a>"
                        + escaped(parts.group(3)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
