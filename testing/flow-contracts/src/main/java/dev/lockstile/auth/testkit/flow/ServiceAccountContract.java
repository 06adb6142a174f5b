package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts of programs, which staff open and whose keys staff make, rotate and end. */
@Tag("keys")
abstract class ServiceAccountContract extends ProgramFixture {

    /** For those who extend it. */
    protected ServiceAccountContract() {}

    @BeforeEach
    final void keepsKeys() {
        assumeTrue(
                fixture.store.<Boolean>read(
                        tx -> tx.extension(ApiKeyStore.class).isPresent()),
                "this store keeps no API keys");
    }

    private Outcome<UserInfo> open(Caller caller, String name, String role) {
        return auth.admin().createServiceAccountAs(caller, new ServiceAccount(name, role), WHY);
    }

    private UserId program() {
        return open(root, "exporter", "exporter").orElseThrow().id();
    }

    private Outcome<ApiKey.Issued> create(Caller caller, UserId user, String... scopes) {
        return auth.apiKeys().createAs(caller, user, new ApiKey.Draft("nightly", Set.of(scopes), null), WHY);
    }

    private Outcome<ApiKey.Issued> rotate(Caller caller, UserId user, String key) {
        return auth.apiKeys().rotateAs(caller, new ApiKey.Owned(user, key), null, WHY);
    }

    private boolean opens(Secret key) {
        return auth.apiKeys().authenticate(key.reveal()).isDone();
    }

    private static <T> void assertRefused(Outcome<T> outcome, Refusal why) {
        assertThat(outcome.refusal()).contains(why);
    }

    @Test
    void a_caller_without_the_permission_a_recent_proof_or_a_session_does_nothing() {
        UserId program = program();
        String key = create(root, program).orElseThrow().key().id();
        for (Caller caller : List.of(staff("viewer", "viewer"), caller(ANA))) {
            assertRefused(open(caller, "other", "exporter"), Refusal.FORBIDDEN);
            assertRefused(create(caller, program), Refusal.FORBIDDEN);
            assertRefused(rotate(caller, program, key), Refusal.FORBIDDEN);
        }
        fixture.clock.advance(Duration.ofMinutes(11));
        assertRefused(open(root, "other", "exporter"), Refusal.STEP_UP_REQUIRED);
        assertRefused(create(root, program), Refusal.STEP_UP_REQUIRED);
        assertRefused(rotate(root, program, key), Refusal.STEP_UP_REQUIRED);
        auth.sessions().logout(root);
        assertRefused(open(root, "other", "exporter"), Refusal.SESSION_ENDED);
        assertRefused(create(root, program), Refusal.SESSION_ENDED);
        assertRefused(rotate(root, program, key), Refusal.SESSION_ENDED);
    }

    @Test
    void staff_give_a_program_no_permission_that_they_have_not() {
        Caller narrow = staff("narrow", "narrow");
        UserId program = program();
        String key = create(root, program).orElseThrow().key().id();
        assertRefused(open(narrow, "other", "exporter"), Refusal.FORBIDDEN);
        assertRefused(create(narrow, program, "orders:read"), Refusal.FORBIDDEN);
        assertRefused(rotate(narrow, program, key), Refusal.FORBIDDEN);
        Caller desk = staff("desk", "desk");
        assertThat(open(desk, "other", "exporter").isDone()).isTrue();
        assertThat(create(desk, program, "orders:read").isDone()).isTrue();
    }

    @Test
    void only_a_role_for_programs_and_a_free_user_name_open_one() {
        for (String role : List.of("USER", "desk", "unknown")) {
            assertThat(open(root, "exporter", role))
                    .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("role", "invalid_role"))));
        }
        assertRefused(open(root, "ana@acme.example", "exporter"), Refusal.INVALID_INPUT);
        program();
        assertRefused(open(root, "Exporter", "exporter"), Refusal.IDENTIFIER_TAKEN);
    }

    @Test
    void an_account_of_a_person_has_no_key_of_staff() {
        assertRefused(create(root, ana), Refusal.NOT_FOUND);
        assertRefused(create(root, root.user()), Refusal.NOT_FOUND);
        String own = auth.apiKeys()
                .create(caller(ANA), new ApiKey.Draft("mine", Set.of(), null))
                .orElseThrow()
                .key()
                .id();
        assertRefused(rotate(root, ana, own), Refusal.NOT_FOUND);
        assertRefused(rotate(root, program(), own), Refusal.NOT_FOUND);
    }

    @Test
    void a_key_opens_with_its_scopes_and_actor_and_reason_are_told() {
        UserInfo opened = open(root, "exporter", "EXPORTER").orElseThrow();
        assertThat(opened.status().program()).isTrue();
        assertThat(opened.username()).isEqualTo("exporter");
        fixture.events.clear();
        ApiKey.Issued made = create(root, opened.id(), "orders:read").orElseThrow();
        assertThat(auth.apiKeys().listAs(root, opened.id()).orElseThrow()).containsExactly(made.key());
        Caller program = auth.apiKeys().authenticate(made.secret().reveal()).orElseThrow();
        assertThat(program.user()).isEqualTo(opened.id());
        assertThat(program.permissions()).containsExactly("orders:read");
        assertThat(program.isApiKey()).isTrue();
        String key = made.key().id();
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .singleElement()
                .satisfies(told ->
                        assertThat(told.detail()).startsWith("api_key_created (" + key + "), by user " + root.user()));
        assertThat(create(root, opened.id(), "orders:refund"))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("scope", "not_allowed"))));
    }

    @Test
    void a_rotated_key_has_another_secret_and_a_revoked_one_is_dead() {
        UserId program = program();
        ApiKey.Issued made = create(root, program, "orders:read").orElseThrow();
        ApiKey.Issued next = rotate(root, program, made.key().id()).orElseThrow();
        assertThat(next.key().id()).isEqualTo(made.key().id());
        assertThat(opens(made.secret())).as("the overlap").isTrue();
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(opens(made.secret())).isFalse();
        assertThat(opens(next.secret())).isTrue();
        root = caller("root@acme.example");
        assertThat(auth.admin().revokeApiKeyAs(root, program, made.key().id(), WHY))
                .isEqualTo(Change.DONE);
        assertThat(opens(next.secret())).isFalse();
        assertRefused(rotate(root, program, made.key().id()), Refusal.NOT_FOUND);
    }

    @Test
    void a_key_is_dead_once_its_account_is_disabled_or_deleted() {
        UserId program = program();
        Secret key = create(root, program, "orders:read").orElseThrow().secret();
        assertThat(auth.admin().disableAs(root, program, WHY)).isEqualTo(Change.DONE);
        assertThat(opens(key)).isFalse();
        assertRefused(create(root, program), Refusal.ACCOUNT_UNAVAILABLE);
        assertThat(auth.admin().enableAs(root, program, WHY)).isEqualTo(Change.DONE);
        assertThat(opens(key)).isFalse();
        Secret other = create(root, program, "orders:read").orElseThrow().secret();
        assertThat(auth.admin().deleteAs(root, program, WHY)).isEqualTo(Change.DONE);
        assertThat(opens(other)).isFalse();
        assertRefused(create(root, program), Refusal.NOT_FOUND);
    }

    @Test
    void staff_see_what_a_key_may_do_at_most() {
        UserId program = program();
        assertThat(auth.apiKeys().scopesAs(root, program).orElseThrow())
                .containsExactlyInAnyOrder("orders:read", "orders:export");
        assertRefused(auth.apiKeys().scopesAs(root, ana), Refusal.NOT_FOUND);
        assertRefused(auth.apiKeys().scopesAs(staff("viewer", "viewer"), program), Refusal.FORBIDDEN);
    }

    @Test
    void a_key_loses_what_the_role_loses() {
        Secret key = create(root, program(), "orders:read", "orders:export")
                .orElseThrow()
                .secret();
        auth = node(Role.named("exporter").may("orders:read").forPrograms());
        assertThat(auth.apiKeys().authenticate(key.reveal()).orElseThrow().permissions())
                .containsExactly("orders:read");
    }

    @Test
    void the_account_has_no_way_of_signing_in() {
        UserId program = program();
        assertThat(login("exporter").isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
        assertThat(auth.admin().requireNewPasswordAs(root, program, WHY)).isEqualTo(Change.UNCHANGED);
        assertThat(auth.admin().inviteAgainAs(root, program, Duration.ofDays(1), WHY))
                .isEqualTo(Change.UNCHANGED);
        assertThat(auth.admin().setRoleAs(root, program, "USER", WHY)).isEqualTo(Change.FORBIDDEN);
        assertRefused(auth.impersonation().begin(root, program, WHY), Refusal.FORBIDDEN);
    }

    @Test
    void of_openings_of_one_name_at_once_one_is_done() {
        assertThat(ParallelRun.winners(
                        2, runner -> open(root, "exporter", "exporter").isDone()))
                .isOne();
        assertThat(auth.admin().create(AccountDraft.ofUsername("exporter")).isDone())
                .isFalse();
    }

    @Test
    void of_keys_that_are_made_at_once_none_is_over_the_number() {
        UserId program = program();
        create(root, program).orElseThrow();
        create(root, program).orElseThrow();
        assertThat(ParallelRun.winners(2, runner -> create(root, program).isDone()))
                .isOne();
        assertThat(auth.apiKeys().listAs(root, program).orElseThrow()).hasSize(3);
    }

    @Test
    void a_key_that_is_made_while_its_account_is_disabled_opens_nothing() {
        UserId program = program();
        List<Outcome<ApiKey.Issued>> made = ParallelRun.run(
                2,
                runner -> runner == 0
                        ? create(root, program, "orders:read")
                        : auth.admin().disableAs(root, program, WHY) == Change.DONE
                                ? Outcome.refused(Refusal.NOT_FOUND)
                                : Outcome.invalid(List.of()));
        assertThat(made.get(1).refusal()).contains(Refusal.NOT_FOUND);
        made.get(0)
                .toOptional()
                .ifPresent(key -> assertThat(opens(key.secret())).isFalse());
        assertThat(auth.admin().enableAs(root, program, WHY)).isEqualTo(Change.DONE);
        made.get(0)
                .toOptional()
                .ifPresent(key -> assertThat(opens(key.secret())).isFalse());
    }
}
