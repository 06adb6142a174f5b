package dev.lockstile.auth.pages;

import static java.util.Map.entry;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form shown again with what is wrong. */
final class Refusals {

    /** The host's check for people wants an answer first; a host's own template shows it. */
    static final String HUMAN_CHECK = "human_check";

    /** A passkey was shown, and it is not right; the reason is not told. */
    static final String PASSKEY = "passkey_refused";

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            entry(HUMAN_CHECK, 403),
            entry("throttled", 429),
            entry("busy", 503),
            entry("invalid_credentials", 401),
            entry("invalid_code", 401),
            entry("malformed_code", 400),
            entry("invalid_second_factor", 401),
            entry("second_factor_required", 403),
            entry("email_code_required", 403),
            entry("wrong_password", 401),
            entry(PASSKEY, 401),
            entry("invalid_passkey", 400),
            entry("reauthentication_required", 403),
            entry("passkey_unproven", 403),
            entry("invalid_link", 400),
            entry("login_link_elsewhere", 400),
            entry("profile_not_found", 404),
            entry("access_denied", 403),
            entry("invalid_social_token", 401),
            entry("invalid_state", 400),
            entry("social_email_missing", 400),
            entry("social_email_not_verified", 400),
            entry("social_login_off", 404),
            entry("social_proof_too_old", 403),
            entry("social_not_found", 404),
            entry("terms_required", 400),
            entry("unavailable", 503));

    /** Refusals of what was typed into a field, and the fields that it may have been. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            "invalid_credentials", List.of("password"),
            "wrong_password", List.of("old_password", "password"),
            "invalid_second_factor", List.of("factor"),
            "invalid_code", List.of("code", "factor"),
            "malformed_code", List.of("code", "factor"));

    private Refusals() {}

    static int status(String code) {
        return STATUS.getOrDefault(code, 409);
    }

    /** The text of a refusal of the other second factors. */
    static String factor(Refusal why) {
        return why == Refusal.NO_PROVEN_ADDRESS ? "passkey_unproven" : why.code();
    }

    /** The text of a refusal of the own passkeys. */
    static String passkey(Refusal why) {
        return switch (why) {
            case NO_PROVEN_ADDRESS -> "passkey_unproven";
            case NOT_FOUND, PASSKEYS_OFF -> PASSKEY;
            case STEP_UP_REQUIRED -> "reauthentication_required";
            default -> why.code();
        };
    }

    /** The name of the sentence of a refusal. */
    static String sentence(Refusal why) {
        return switch (why) {
            case STEP_UP_REQUIRED -> "reauthentication_required";
            case FORBIDDEN -> "not_allowed";
            case HUMAN_CHECK_REQUIRED -> HUMAN_CHECK;
            default -> why.code();
        };
    }

    /**
     * A call that was refused: wrong fields are told beside them, all else above the form. A form with other names of
     * fields has told the problems already.
     */
    static Reply of(String template, Fields fields, Outcome.Refused<?> refused) {
        return of(template, fields, refused, Map.of());
    }

    static Reply of(
            String template, Fields fields, Outcome.Refused<?> refused, Map<String, ? extends @Nullable Object> more) {
        return refused.why() == Refusal.INVALID_INPUT
                ? invalid(template, fields.isFine() ? fields.refuse(refused.problems()) : fields, more)
                : refused(template, fields, sentence(refused.why()), withRetry(refused.retryAt(), more));
    }

    /**
     * The same model with the moment from which a refused request is granted, which the sentence names; null for none.
     */
    static Map<String, ? extends @Nullable Object> withRetry(
            @Nullable Instant retryAt, Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> model = new HashMap<>(more);
        model.put(PageRenderer.RETRY_AT, retryAt);
        return model;
    }

    /** The fields that are wrong are told beside them. */
    static Reply invalid(String template, Fields fields) {
        return invalid(template, fields, Map.of());
    }

    static Reply invalid(String template, Fields fields, Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> model = new HashMap<>(more);
        model.put("form", fields);
        return Reply.again(400, template, model);
    }

    /** One sentence, beside the field that it is about where the form had it, else above the form. */
    static Reply refused(String template, Fields fields, String code) {
        return refused(template, fields, code, Map.of());
    }

    static Reply refused(String template, Fields fields, String code, Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> model = new HashMap<>(more);
        model.put("form", fields);
        model.put("refused", code);
        model.put("above", isToldBeside(fields, code) ? null : code);
        return Reply.again(status(code), template, model);
    }

    private static boolean isToldBeside(Fields fields, String code) {
        Optional<String> field = BESIDE.getOrDefault(code, List.of()).stream()
                .filter(fields::wasSent)
                .findFirst();
        field.ifPresent(name -> fields.tell(name, "refused." + code));
        return field.isPresent();
    }
}
