package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.apikey.ApiKeyAdministration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Service accounts and keys of any account, opened, made and ended by the host's own code. */
@Tag("keys")
abstract class KeyAdministrationContract extends ProgramFixture {

    private ApiKeyAdministration keys;

    /** For those who extend it. */
    protected KeyAdministrationContract() {}

    @BeforeEach
    final void keepsKeys() {
        assumeTrue(
                fixture.store.<Boolean>read(
                        tx -> tx.extension(ApiKeyStore.class).isPresent()),
                "this store keeps no API keys");
        keys = auth.apiKeyAdministration();
    }

    @Test
    void what_is_refused_makes_nothing() {
        assertThat(opened("exporter", "desk"))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("role", "invalid_role"))));
        UserId program = program();
        assertThat(opened("Exporter", "exporter").refusal()).contains(Refusal.IDENTIFIER_TAKEN);
        assertThat(create(program, "orders:refund"))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("scope", "not_allowed"))));
        assertThatThrownBy(() -> keys.create(program, draft(), "añadido")).isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.rotate(new ApiKey.Owned(program, "none"), null, WHY).refusal())
                .contains(Refusal.NOT_FOUND);
        assertThat(keys.revoke(new ApiKey.Owned(program, "none"), WHY).refusal())
                .contains(Refusal.NOT_FOUND);
        String key = create(program, "orders:read").orElseThrow().key().id();
        assertThat(keys.rotate(new ApiKey.Owned(program, key), Duration.ofDays(4000), WHY)
                        .refusal())
                .contains(Refusal.INVALID_INPUT);
        assertThat(keys.revoke(new ApiKey.Owned(ana, key), WHY).refusal()).contains(Refusal.NOT_FOUND);
        assertThat(keys.list(program).orElseThrow()).extracting(ApiKey::id).containsExactly(key);
        auth.admin().disable(program);
        assertThat(create(program).refusal()).contains(Refusal.ACCOUNT_UNAVAILABLE);
        auth.admin().delete(program);
        assertThat(create(program).refusal()).contains(Refusal.NOT_FOUND);
        assertThat(keys.scopes(program).refusal()).contains(Refusal.NOT_FOUND);
    }

    @Test
    void a_host_without_keys_refuses_everything() {
        ApiKeyAdministration off = fixture.auth.apiKeyAdministration();
        ApiKey.Owned key = new ApiKey.Owned(ana, "none");
        assertThat(List.of(
                        off.list(ana),
                        off.scopes(ana),
                        off.create(ana, draft(), WHY),
                        off.rotate(key, null, WHY),
                        off.revoke(key, WHY)))
                .allSatisfy(outcome -> assertThat(outcome.refusal()).contains(Refusal.API_KEYS_OFF));
    }

    @Test
    void a_key_opens_with_its_scopes_until_it_is_revoked_and_each_act_is_told_with_its_reason() {
        UserId program = program();
        assertThat(keys.scopes(program).orElseThrow()).containsExactlyInAnyOrder("orders:read", "orders:export");
        fixture.events.clear();
        ApiKey.Issued made = create(program, "orders:read").orElseThrow();
        ApiKey.Owned key = new ApiKey.Owned(program, made.key().id());
        ApiKey.Issued next = keys.rotate(key, null, WHY).orElseThrow();
        assertThat(auth.apiKeys()
                        .authenticate(next.secret().reveal())
                        .orElseThrow()
                        .permissions())
                .containsExactly("orders:read");
        assertThat(keys.revoke(key, WHY).isDone()).isTrue();
        assertThat(List.of(made.secret(), next.secret())).noneMatch(this::opens);
        assertThat(keys.list(program).orElseThrow()).isEmpty();
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .containsExactly(told("created", key), told("rotated", key), told("revoked", key));
    }

    @Test
    void a_person_is_told_of_a_key_that_was_made_for_them() {
        int told = fixture.deliver().postbox.to(ANA).size();
        Secret key = create(ana).orElseThrow().secret();
        assertThat(opens(key)).isTrue();
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(told + 1);
        assertThat(fixture.postbox.lastTo(ANA).text()).contains("Se creó una clave de API", "Qué: ");
        assertThat(auth.apiKeys().list(caller(ANA)).orElseThrow()).hasSize(1);
    }

    @Test
    void of_keys_that_are_made_at_once_none_is_over_the_number() {
        UserId program = program();
        create(program).orElseThrow();
        create(program).orElseThrow();
        assertThat(ParallelRun.winners(2, runner -> create(program).isDone())).isOne();
        assertThat(keys.list(program).orElseThrow()).hasSize(3);
    }

    private static String told(String change, ApiKey.Owned key) {
        return "api_key_" + change + " (" + key.id() + ", by an administrator: " + WHY + ")";
    }

    private Outcome<UserInfo> opened(String name, String role) {
        return auth.admin().createServiceAccount(new ServiceAccount(name, role));
    }

    private UserId program() {
        return opened("exporter", "exporter").orElseThrow().id();
    }

    private Outcome<ApiKey.Issued> create(UserId user, String... scopes) {
        return keys.create(user, draft(scopes), WHY);
    }

    private static ApiKey.Draft draft(String... scopes) {
        return new ApiKey.Draft("nightly", Set.of(scopes), null);
    }

    private boolean opens(Secret key) {
        return auth.apiKeys().authenticate(key.reveal()).isDone();
    }
}
