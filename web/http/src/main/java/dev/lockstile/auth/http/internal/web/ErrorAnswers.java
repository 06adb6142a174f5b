package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.input.KnownMembers;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.model.FieldProblem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the answers of the contract's error table. */
final class ErrorAnswers {

    private final Clock clock;
    private final JsonNaming naming;

    ErrorAnswers(HttpSettings settings) {
        this.clock = settings.clock();
        this.naming = settings.naming();
    }

    static Answer plain(ErrorCode code, Texts texts) {
        return Answer.of(code.status(), body(texts.error(code), code));
    }

    Answer refusal(RefusalException refusal, Texts texts) {
        ErrorCode code = refusal.code();
        Answer answer = plain(code, texts).body(body(texts.error(code), code).withAll(refusal.more()));
        return switch (code) {
            case THROTTLED, BUSY, UNAVAILABLE -> RetryAfter.on(answer, refusal, clock);
            case INVALID_TOKEN -> answer.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case STEP_UP_REQUIRED ->
                answer.header("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"");
            case NOT_AUTHENTICATED, INVALID_CREDENTIALS, INVALID_CODE, INVALID_SECOND_FACTOR ->
                answer.header("WWW-Authenticate", "Bearer");
            default -> answer;
        };
    }

    Answer invalid(InvalidInputException input, Texts texts) {
        boolean malformed = input.problems().isEmpty();
        JsonObject errors = new JsonObject();
        byField(input.problems(), texts).forEach(errors::withAsWritten);
        JsonObject body =
                body(malformed ? texts.malformed() : texts.error(ErrorCode.INVALID_INPUT), ErrorCode.INVALID_INPUT);
        body.with("errors", errors);
        if (naming == JsonNaming.CLEAN) {
            return Answer.of(ErrorCode.INVALID_INPUT.status(), body);
        }
        // Clients of the Python library look for the fields at top level.
        errors.members().forEach((field, messages) -> {
            if (!body.has(field)) {
                body.withAsWritten(field, messages);
            }
        });
        return Answer.of(ErrorCode.INVALID_INPUT.status(), body);
    }

    /** The name on the wire; one that the client made up is told as it was sent. */
    private String name(FieldProblem problem) {
        boolean isMadeUp =
                problem.code().equals(KnownMembers.CODE) && !problem.params().containsKey("member");
        return isMadeUp ? problem.field() : naming.wire(problem.field());
    }

    static Answer internal(String correlationId, Texts texts) {
        JsonObject body = body(texts.error(ErrorCode.INTERNAL), ErrorCode.INTERNAL);
        return Answer.of(ErrorCode.INTERNAL.status(), body.with("correlation_id", correlationId));
    }

    private Map<String, List<String>> byField(List<FieldProblem> problems, Texts texts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (FieldProblem problem : problems) {
            fields.computeIfAbsent(name(problem), field -> new ArrayList<>()).add(texts.field(problem));
        }
        return fields;
    }

    private static JsonObject body(String detail, ErrorCode code) {
        return new JsonObject().with("code", code.text()).with("detail", detail);
    }
}
