package dev.lockstile.auth.schema;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationFailedException;
import liquibase.precondition.FailedPrecondition;
import org.jspecify.annotations.Nullable;

/** Tells which preconditions of a file or of a change set a migration has failed for. */
final class Preconditions {

    private static final Pattern COUNT = Pattern.compile("\\s*\\d+ preconditions? (failed|generated an error)\\s*");

    private Preconditions() {}

    /** The preconditions in one sentence, or null when the failure has another reason. */
    static @Nullable String failed(List<Throwable> chain) {
        for (Throwable at : chain) {
            String found = one(at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String one(Throwable at) {
        if (at instanceof PreconditionFailedException failed) {
            return failed.getFailedPreconditions().stream()
                    .map(FailedPrecondition::toString)
                    .collect(Collectors.joining("; "));
        }
        String message = String.valueOf(at.getMessage());
        if (at instanceof ValidationFailedException
                && message.lines().anyMatch(line -> COUNT.matcher(line).matches())) {
            return message.lines()
                    .skip(1)
                    .filter(line -> !COUNT.matcher(line).matches())
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.equals("Preconditions Failed"))
                    .collect(Collectors.joining("; "));
        }
        return null;
    }
}
