package dev.lockstile.auth.http.internal.fastapi;

import dev.lockstile.auth.http.internal.input.InvalidInputException;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.http.internal.json.RawJson;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.RetryAfter;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.internal.web.Texts;
import dev.lockstile.auth.model.FieldProblem;
import java.util.List;
import java.util.Locale;

/**
 * Answers in the shapes of FastAPI: a {@code detail} that is a code, an object, or a list of what is wrong with a body.
 */
final class FastApiAnswers {

    private static final int UNPROCESSABLE = 422;

    private FastApiAnswers() {}

    /** The handler with its refusals in these shapes. */
    static Route.Handler of(Route.Handler handler) {
        return exchange -> {
            try {
                return handler.handle(exchange);
            } catch (InvalidInputException e) {
                return unprocessable(e.problems(), exchange.texts());
            } catch (RefusalException e) {
                return refusal(e, exchange);
            }
        };
    }

    /** The answer 400 with a code of fastapi-users. */
    static Answer bad(String code) {
        return Answer.of(400, new JsonObject().with("detail", code));
    }

    /** The answer 400 to a password that the policy refuses. */
    static Answer badPassword(String code, List<FieldProblem> problems, Texts texts) {
        return badPassword(code, problems.isEmpty() ? "" : texts.field(problems.get(0)));
    }

    static Answer badPassword(String code, String reason) {
        return Answer.of(
                400,
                new JsonObject()
                        .with("detail", new JsonObject().with("code", code).with("reason", reason)));
    }

    /** The answer whose body is JSON's null. */
    static Answer nothing(int status) {
        return Answer.of(status, new RawJson("null"));
    }

    static Answer unprocessable(List<FieldProblem> problems, Texts texts) {
        List<JsonObject> detail = problems.isEmpty()
                ? List.of(problem("json_invalid", List.of("body"), texts.malformed()))
                : problems.stream()
                        .map(problem -> problem(
                                problem.code().equals("required") ? "missing" : "value_error",
                                List.of("body", problem.field()),
                                texts.field(problem)))
                        .toList();
        return Answer.of(UNPROCESSABLE, new JsonObject().with("detail", detail));
    }

    private static JsonObject problem(String type, List<String> where, String message) {
        return new JsonObject().with("type", type).with("loc", where).with("msg", message);
    }

    private static Answer refusal(RefusalException refusal, Exchange exchange) {
        ErrorCode code = refusal.code();
        return switch (code) {
            case NOT_AUTHENTICATED, INVALID_TOKEN -> detail(401, "Unauthorized").header("WWW-Authenticate", "Bearer");
            case FORBIDDEN -> detail(403, "Forbidden");
            case STEP_UP_REQUIRED, SECOND_FACTOR_REQUIRED ->
                named(code).header("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\"");
            case NOT_FOUND -> detail(404, "Not Found");
            case UNSUPPORTED_MEDIA_TYPE -> unprocessable(List.of(), exchange.texts());
            case THROTTLED, BUSY ->
                RetryAfter.on(named(code), refusal, exchange.settings().clock());
            default -> named(code);
        };
    }

    private static Answer named(ErrorCode code) {
        return detail(code.status(), code.text().toUpperCase(Locale.ROOT));
    }

    private static Answer detail(int status, String text) {
        return Answer.of(status, new JsonObject().with("detail", text));
    }
}
