package dev.lockstile.auth.http.internal.endpoint;

import static dev.lockstile.auth.http.internal.input.ContactFields.IDENTIFIER_MAX;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.admin.AccountCsv;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.http.internal.input.AccountQueryFields;
import dev.lockstile.auth.http.internal.input.HostInput;
import dev.lockstile.auth.http.internal.input.ProfileFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.payload.AdminUserPayload;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.CsvFile;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Accounts of others: looked at, opened and edited. What ends or opens a way in is {@link AdminActEndpoints}. */
final class AdminUserEndpoints {

    private static final int KEY_MAX = 100;
    private static final int ROLE_MAX = 30;
    private static final int MOST_LINES = 10_000;
    private static final int MOST_PAGES = 200;
    private static final int FILE_PAGE = 200;

    private final Services services;
    private final AdminUserPayload payload;
    private final Clock clock;

    AdminUserEndpoints(Services services, AccountPayload payload, Clock clock) {
        this.services = services;
        this.payload = new AdminUserPayload(payload.profiles());
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post("admin/users/search", this::search),
                Route.post("admin/users/export", this::export),
                Route.post("admin/users/create", this::create),
                Route.get("admin/users/{id}", this::show),
                Route.patch("admin/users/{id}", this::edit));
    }

    /** By POST, so that no address stands in an access log. */
    private Answer search(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        AdminLists.Query query = AccountQueryFields.of(fields);
        fields.check();
        return Answer.of(200, AdminUserPayload.page(done(services.directory().list(caller, query), caller)));
    }

    private Answer export(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        AdminLists.Query query = AccountQueryFields.of(fields).sized(FILE_PAGE);
        fields.check();
        StringBuilder file = new StringBuilder(AccountCsv.header());
        int lines = 0;
        String next = query.after();
        for (int pages = 0; pages < MOST_PAGES && lines < MOST_LINES; pages++) {
            AdminLists.Page page = done(services.directory().export(caller, query.after(next)), caller);
            file.append(AccountCsv.lines(page));
            lines += page.rows().size();
            next = page.next();
            if (next == null) {
                break;
            }
        }
        Answer answer = Answer.of(200, new CsvFile(file.toString()))
                .header("Content-Disposition", "attachment; filename=\"users.csv\"");
        return next == null ? answer : answer.header("X-Next-After", next);
    }

    private Answer create(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        Opening opening = opening(fields, clock);
        boolean proven = Boolean.TRUE.equals(fields.flag("proven"));
        String reason = AdminEndpoints.reason(fields);
        fields.check();
        return Answer.of(
                201,
                AdminUserPayload.user(done(services.admin().createAs(caller, opening.draft(proven), reason), caller)));
    }

    /** What a body says of an account that is to be opened. */
    static Opening opening(RequestFields fields, Clock clock) {
        UnaryOperator<Profiles.Draft> profile = ProfileFields.of(fields, clock);
        String role = fields.optional("role", ROLE_MAX);
        return new Opening(
                new AccountDraft.Identifiers(
                        fields.optional("email", IDENTIFIER_MAX),
                        fields.optional("phone", IDENTIFIER_MAX),
                        fields.optional("username", IDENTIFIER_MAX)),
                role == null ? AbstractProfile.DEFAULT_ROLE : role,
                profile);
    }

    /** An account that is to be opened, once its fields are checked. */
    record Opening(AccountDraft.Identifiers identifiers, String role, UnaryOperator<Profiles.Draft> profile) {

        AccountDraft draft(boolean proven) {
            Person person =
                    profile.apply(new Profiles.Draft(Person.UNKNOWN, "")).person();
            return new AccountDraft(identifiers, null, person, role, proven);
        }
    }

    private Answer show(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        return Answer.of(200, shown(caller, user(services, exchange)));
    }

    private Answer edit(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields();
        AccountEdit edit = new AccountEdit(
                ProfileFields.of(fields, clock),
                HostInput.ofChange(fields, services.hostData().fields().account()));
        String reason = AdminEndpoints.reason(fields);
        ProfileFields.requireGender(fields, services.profiles().genders());
        fields.check();
        UserId user = user(services, exchange);
        new AdminActs(services).done(services.admin().editAs(caller, user, edit, reason), caller);
        return Answer.done();
    }

    private Object shown(Caller caller, UserId user) {
        return payload.of(done(services.directory().show(caller, user), caller));
    }

    private <T> T done(Outcome<T> outcome, Caller caller) {
        return OutcomeErrors.valueForAdministrator(outcome, services.secondFactors(), caller);
    }

    /** The account that the path names. */
    static UserId user(Services services, Exchange exchange) {
        @Nullable String key = exchange.variable();
        return services.userId()
                .apply(key.length() > KEY_MAX ? "" : key)
                .orElseThrow(() -> new RefusalException(ErrorCode.NOT_FOUND));
    }
}
