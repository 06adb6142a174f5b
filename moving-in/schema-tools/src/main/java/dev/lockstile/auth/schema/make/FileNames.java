package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;
import java.util.Locale;

/** Names a change file after what it does. */
final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    static String of(List<Step> steps) {
        long created = steps.stream().filter(Step.CreateTable.class::isInstance).count();
        if (steps.isEmpty()) {
            return "nothing";
        }
        if (created > 3) {
            return "tables";
        }
        List<Step> telling =
                steps.stream().filter(s -> !(s instanceof Step.CreateSequence)).toList();
        if (telling.isEmpty()) {
            return "sequences";
        }
        String first = clean(telling.get(0).words());
        return telling.size() == 1 ? first : clean(first + " and more");
    }

    /** Lower case, digits and underscores. */
    static String clean(String name) {
        String clean =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
