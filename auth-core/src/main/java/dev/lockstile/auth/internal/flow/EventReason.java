package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reason of an event that tells a refusal: the code of the refusal, but for the words that events had first. Audit
 * trails hold them, so they stay.
 */
public final class EventReason {

    /** Of requests for a code or a link to sign in with. */
    public static final Map<Refusal, String> CODE_REQUEST = Map.of(Refusal.THROTTLED, "cooling_down");

    /** Of sign-ins by a code or a link. */
    public static final Map<Refusal, String> CODE_SIGN_IN =
            Map.of(Refusal.DEVICE_REQUIRED, "invalid", Refusal.MALFORMED_CODE, "invalid");

    private static final Set<Operation> OWN_ACCOUNT =
            EnumSet.of(Operation.ACCOUNT_CHANGE, Operation.IDENTIFIER_CHANGE, Operation.DELETION);

    private EventReason() {}

    /** {@return null where the call was not refused} */
    public static @Nullable String of(Operation operation, Outcome<?> outcome) {
        return outcome.refusal().map(why -> of(operation, why)).orElse(null);
    }

    private static String of(Operation operation, Refusal why) {
        return switch (why) {
            case INVALID_INPUT -> "invalid";
            case STEP_UP_REQUIRED ->
                OWN_ACCOUNT.contains(operation) || operation == Operation.ADMINISTRATOR
                        ? "reauthentication_required"
                        : why.code();
            case FORBIDDEN -> OWN_ACCOUNT.contains(operation) ? "not_allowed" : why.code();
            case MALFORMED_CODE -> operation == Operation.EMAIL_PROOF ? "invalid_link" : why.code();
            default -> why.code();
        };
    }
}
