package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.PhoneNumbers;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.EscapeFilter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In place of Pebble's filters of these names, and {@code fill}, {@code linked}, {@code near}, {@code date}, {@code
 * exact}, {@code clock}, {@code grouped} and {@code phone}. {@code raw} marks nothing as safe, so the output is escaped
 * all the same.
 */
final class PageFilters extends AbstractExtension {

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "fill", new FillFilter(),
                "linked", new LinkedFilter(),
                "near", inWords(Times::near),
                "date", inWords(Times::date),
                "exact", inWords(Times::exact),
                "clock", inWords(Times::clock),
                "grouped", new ValueFilter((value, context) -> inFours(value.toString())),
                "phone", new ValueFilter((value, context) -> PhoneNumbers.grouped(value.toString())),
                "escape", new HtmlFilter(),
                "raw", new ValueFilter((value, context) -> value));
    }

    /** {@code {{ session.used | near }}}: a time in words of the language. */
    private static ValueFilter inWords(BiFunction<Times, Instant, String> words) {
        return new ValueFilter((value, context) -> inWords(value, context, words));
    }

    /** {@code {{ key | grouped }}}: in groups of four signs, as people read a key aloud. */
    private static String inFours(String key) {
        return key.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static Object inWords(Object value, EvaluationContext context, BiFunction<Times, Instant, String> words) {
        return value instanceof Instant time && context.getVariable("times") instanceof Times times
                ? words.apply(times, time)
                : value;
    }

    /**
     * {@code {{ t['code.sent'] | fill(contact) }}}: values in the places of a text, several as a list; what comes out
     * is escaped. A time is written in words.
     */
    private static final class FillFilter implements Filter {

        @Override
        public List<String> getArgumentNames() {
            return List.of("value");
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            Object given = arguments.get("value");
            List<?> values = given instanceof List<?> several ? several : List.of(given);
            return Texts.fill(
                    String.valueOf(input),
                    values.stream()
                            .map(value -> inWords(value, context, Times::near))
                            .toList());
        }
    }

    /** A filter without arguments; no value stays none. */
    private record ValueFilter(BiFunction<Object, EvaluationContext, Object> change) implements Filter {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return input == null ? null : change.apply(input, context);
        }
    }

    /**
     * Escapes for HTML, whatever other context a template names, and leaves out signs that turn the direction of what
     * stands behind them in the same line: a person's name would rewrite it. A subtype, since Pebble unmarks the safe
     * input of others.
     */
    private static final class HtmlFilter extends EscapeFilter {

        private static final Pattern OVERRIDES = Pattern.compile("[\\u202A-\\u202E]");

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            Object tamed =
                    input instanceof String text ? OVERRIDES.matcher(text).replaceAll("") : input;
            return super.apply(tamed, Map.of(), self, context, line);
        }
    }
}
