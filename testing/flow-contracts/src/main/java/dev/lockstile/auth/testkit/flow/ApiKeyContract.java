package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** API keys: made by a recent proof and shown once, listed, rotated with an overlap, bounded in number and time. */
@Tag("keys")
abstract class ApiKeyContract extends ApiKeyFixture {

    @Test
    void a_key_is_shown_once_and_opens_with_its_scopes() {
        ApiKey.Issued made = made("orders:read");

        Caller program = use(made.secret()).orElseThrow();
        assertThat(program.user()).isEqualTo(ana.user());
        assertThat(program.profile()).isEqualTo(ana.profile());
        assertThat(program.permissions()).containsExactly("orders:read");
        assertThat(program.isApiKey()).isTrue();
        assertThat(made.secret().reveal()).matches("acme_[0-9A-Za-z]{82}");
        assertThat(made.key().expiresAt()).isEqualTo(now().plus(Duration.ofDays(90)));
        assertThat(keys().list(ana).orElseThrow())
                .extracting(ApiKey::id)
                .containsExactly(made.key().id());
    }

    @Test
    void a_key_has_neither_role_nor_right_nor_a_recent_proof() {
        Caller program = use(made("orders:read").secret()).orElseThrow();

        assertThat(program.roles()).isEmpty();
        assertThat(program.rights()).isEmpty();
        assertThat(program.showedTwoFactors()).isFalse();
        assertThat(host.stepUp().isRecent(program)).isFalse();
    }

    @Test
    void no_service_of_an_account_serves_a_key() {
        Caller program = use(made("orders:read").secret()).orElseThrow();

        assertThat(create(program)).isEqualTo(refused(Refusal.SESSION_ENDED));
        assertThat(keys().list(program)).isEqualTo(refused(Refusal.SESSION_ENDED));
        assertThat(host.sessions().list(program)).isEmpty();
        assertThat(host.sessions().endOthers(program)).isZero();
        assertThat(host.adminAuthorization().refusal(program)).isPresent();
        assertThat(host.sessions().list(ana)).isNotEmpty();
    }

    @Test
    void a_key_is_made_by_a_recent_proof_alone() {
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(create(ana)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        assertThat(keys().list(ana).orElseThrow()).isEmpty();

        host.sessions().logout(ana);
        assertThat(create(ana)).isEqualTo(refused(Refusal.SESSION_ENDED));
    }

    @Test
    void all_secrets_of_a_key_begin_with_what_its_owner_is_shown() {
        ApiKey.Issued first = made("orders:read");
        String start = keys().start(first.key().id());
        assertThat(first.secret().reveal()).startsWith(start);
        assertThat(keys().rotate(ana, first.key().id(), null)
                        .orElseThrow()
                        .secret()
                        .reveal())
                .startsWith(start);
        assertThat(made("orders:read").secret().reveal()).doesNotStartWith(start);
        assertThat(start).hasSize(SETTINGS.prefix().length() + 9);
    }

    @Test
    void a_scope_beyond_those_of_the_owner_is_refused() {
        assertThat(create(ana, "orders:read", "orders:refund"))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("scope", "not_allowed"))));
    }

    @Test
    void a_key_does_at_each_use_no_more_than_its_owner() {
        Secret key = made("orders:read", "orders:write").secret();

        host = with(SETTINGS.withScopes("orders:read"));
        assertThat(use(key).orElseThrow().permissions()).containsExactly("orders:read");
    }

    @Test
    void a_name_and_a_time_have_bounds() {
        assertThat(keys().create(ana, new ApiKey.Draft(" ", Set.of(), Duration.ofDays(366))))
                .isEqualTo(Outcome.invalid(List.of(
                        FieldProblem.of("name", "required"),
                        new FieldProblem("expires_in_days", "too_large", Map.of("max", 365L)))));
        assertThat(keys().create(ana, new ApiKey.Draft("x".repeat(65), Set.of(), Duration.ofSeconds(1)))
                        .refusal())
                .contains(Refusal.INVALID_INPUT);
        assertThat(keys().create(ana, new ApiKey.Draft("a\u202Eb", Set.of(), null))
                        .refusal())
                .contains(Refusal.INVALID_INPUT);
        assertThat(keys().create(ana, new ApiKey.Draft("a\u2029b", Set.of(), null))
                        .refusal())
                .contains(Refusal.INVALID_INPUT);
    }

    @Test
    void a_key_opens_until_it_expires() {
        Secret key = keys().create(ana, draft(Duration.ofDays(1), "orders:read"))
                .orElseThrow()
                .secret();

        fixture.clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(opens(key)).isTrue();
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(use(key)).isEqualTo(refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void a_mistyped_or_made_up_key_is_refused_without_a_query() {
        String key = made("orders:read").secret().reveal();
        String mistyped = key.substring(0, 20) + (key.charAt(20) == 'a' ? 'b' : 'a') + key.substring(21);
        fixture.store.alone(tx -> true);

        assertThat(keys().isKey(key)).isTrue();
        assertThat(keys().isKey(mistyped)).isFalse();
        assertThat(keys().authenticate(mistyped)).isEqualTo(refused(Refusal.INVALID_TOKEN));
        assertThat(keys().isKey("other" + key)).isFalse();
        assertThat(keys().isKey("acme_" + "0".repeat(88))).isFalse();
        assertThat(keys().authenticate("")).isEqualTo(refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void a_revoked_key_is_dead_at_once_for_good() {
        ApiKey.Issued made = made("orders:read");

        assertThat(keys().revoke(ana, made.key().id())).isEqualTo(Outcome.done(true));
        assertThat(use(made.secret())).isEqualTo(refused(Refusal.INVALID_TOKEN));
        assertThat(keys().revoke(ana, made.key().id())).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(keys().rotate(ana, made.key().id(), null)).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(keys().rename(ana, made.key().id(), "x")).isEqualTo(refused(Refusal.NOT_FOUND));
    }

    @Test
    void a_key_of_another_account_is_not_found() {
        ApiKey.Issued made = made("orders:read");
        fixture.member("eve@acme.example");
        Caller eve = fixture.caller(fixture.signedIn("eve@acme.example"));

        assertThat(keys().revoke(eve, made.key().id())).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(keys().rotate(eve, made.key().id(), null)).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(keys().rename(eve, made.key().id(), "x")).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(keys().list(eve).orElseThrow()).isEmpty();
        assertThat(opens(made.secret())).isTrue();
    }

    @Test
    void a_rotation_leaves_the_replaced_secret_for_the_overlap() {
        ApiKey.Issued first = made("orders:read");
        ApiKey.Issued second = keys().rotate(ana, first.key().id(), null).orElseThrow();

        assertThat(second.key().id()).isEqualTo(first.key().id());
        assertThat(second.key().previousUntil()).isEqualTo(now().plus(Duration.ofDays(1)));
        assertThat(opens(first.secret())).isTrue();
        assertThat(opens(second.secret())).isTrue();
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(opens(first.secret())).isFalse();
        assertThat(opens(second.secret())).isTrue();
        Caller again = fixture.caller(fixture.signedIn(EMAIL));
        assertThat(keys().list(again).orElseThrow().get(0).previousUntil()).isNull();
    }

    @Test
    void a_revocation_ends_the_replaced_secret_too() {
        ApiKey.Issued first = made("orders:read");
        ApiKey.Issued second = keys().rotate(ana, first.key().id(), null).orElseThrow();

        keys().revoke(ana, first.key().id());
        assertThat(opens(first.secret())).isFalse();
        assertThat(opens(second.secret())).isFalse();
    }

    @Test
    void a_rotation_without_overlap_replaces_at_once() {
        ApiKey.Issued first = made("orders:read");
        host = with(SETTINGS.withOverlap(Duration.ZERO));
        ApiKey.Issued second = keys().rotate(ana, first.key().id(), null).orElseThrow();

        assertThat(opens(first.secret())).isFalse();
        assertThat(opens(second.secret())).isTrue();
    }

    @Test
    void a_replaced_secret_opens_no_longer_than_before() {
        Secret first = keys().create(ana, draft(Duration.ofHours(2), "orders:read"))
                .orElseThrow()
                .secret();
        String id = keys().list(ana).orElseThrow().get(0).id();
        keys().rotate(ana, id, Duration.ofDays(30)).orElseThrow();

        fixture.clock.advance(Duration.ofHours(2));
        assertThat(opens(first)).isFalse();
    }

    @Test
    void a_rotation_asks_for_a_recent_proof() {
        ApiKey.Issued first = made("orders:read");
        fixture.clock.advance(Duration.ofMinutes(11));

        assertThat(keys().rotate(ana, first.key().id(), null)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        assertThat(keys().revoke(ana, first.key().id())).isEqualTo(Outcome.done(true));
    }

    @Test
    void an_account_has_so_many_keys_at_most_also_two_at_once() {
        host = with(SETTINGS.withPerAccount(2));
        made("orders:read");

        assertThat(ParallelRun.winners(
                        2, n -> create(ana, "orders:read").toOptional().isPresent()))
                .isEqualTo(1);
        assertThat(create(ana)).isEqualTo(refused(Refusal.TOO_MANY_API_KEYS));
        assertThat(keys().list(ana).orElseThrow()).hasSize(2);
    }

    @Test
    void a_key_is_renamed() {
        ApiKey.Issued made = made("orders:read");

        assertThat(keys().rename(ana, made.key().id(), " deploy ").orElseThrow().name())
                .isEqualTo("deploy");
        assertThat(keys().rename(ana, made.key().id(), "").refusal()).contains(Refusal.INVALID_INPUT);
    }

    @Test
    void a_use_is_noted_to_the_hour() {
        ApiKey.Issued made = made("orders:read");
        use(made.secret());
        assertThat(lastUsed(ana)).isEqualTo(now());
        fixture.clock.advance(Duration.ofMinutes(59));
        use(made.secret());
        assertThat(lastUsed(ana)).isEqualTo(now().minus(Duration.ofMinutes(59)));
        Caller again = later();
        use(made.secret());
        assertThat(lastUsed(again)).isEqualTo(now());
    }

    private @Nullable Object lastUsed(Caller caller) {
        return keys().list(caller).orElseThrow().get(0).lastUsedAt();
    }

    @Test
    void the_owner_is_told_of_a_key_and_listeners_of_each_change() {
        fixture.deliver();
        int before = fixture.postbox.all().size();
        ApiKey.Issued made = made("orders:read");
        keys().rotate(ana, made.key().id(), null);
        keys().rename(ana, made.key().id(), "x");
        keys().revoke(ana, made.key().id());

        assertThat(fixture.deliver().postbox.all()).hasSize(before + 2);
        assertThat(fixture.postbox.all().subList(before, before + 2))
                .allSatisfy(sent -> assertThat(sent.text()).contains("Qué: nightly build\nCuándo: "));
        assertThat(fixture.postbox.all().get(before).text()).contains("Se creó una clave de API");
        assertThat(fixture.postbox.all().get(before + 1).text()).contains("Se reemplazó una clave de API");
        assertThat(fixture.postbox.all())
                .noneMatch(sent -> sent.toString().contains(made.secret().reveal()));
        assertThat(fixture.events)
                .filteredOn(AuthEvent.ApiKeyChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .containsExactly(
                        "api key " + made.key().id() + " created",
                        "api key " + made.key().id() + " rotated",
                        "api key " + made.key().id() + " renamed",
                        "api key " + made.key().id() + " revoked");
    }

    @Test
    void too_many_uses_and_too_many_keys_are_throttled() {
        host = fixture.nodeWith(
                FlowFixture.settings()
                        .withThrottles(FlowFixture.settings()
                                .throttles()
                                .with(RateLimit.API_KEY_USE, Rate.perMinute(2))
                                .with(RateLimit.API_KEY_CHANGE_USER, Rate.perHour(1))),
                builder -> builder.apiKeys(SETTINGS));
        Secret key = made("orders:read").secret();
        assertThat(create(ana).refusal()).contains(Refusal.THROTTLED);
        assertThat(opens(key)).isTrue();
        assertThat(opens(key)).isTrue();
        assertThat(use(key).refusal()).contains(Refusal.THROTTLED);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(opens(key)).isTrue();
    }

    @Test
    void uses_of_a_replaced_secret_leave_those_of_the_live_one() {
        host = fixture.nodeWith(
                FlowFixture.settings()
                        .withThrottles(
                                FlowFixture.settings().throttles().with(RateLimit.API_KEY_USE, Rate.perMinute(2))),
                builder -> builder.apiKeys(SETTINGS.withOverlap(Duration.ZERO)));
        ApiKey.Issued first = made("orders:read");
        Secret second = keys().rotate(ana, first.key().id(), null).orElseThrow().secret();
        assertThat(use(first.secret())).isEqualTo(refused(Refusal.INVALID_TOKEN));
        assertThat(use(first.secret())).isEqualTo(refused(Refusal.INVALID_TOKEN));
        assertThat(use(first.secret()).refusal()).contains(Refusal.THROTTLED);
        assertThat(opens(second)).isTrue();
    }

    @Test
    void a_host_without_keys_knows_none() {
        Secret key = made("orders:read").secret();
        host = fixture.auth;

        assertThat(keys().isKey(key.reveal())).isFalse();
        assertThat(use(key)).isEqualTo(refused(Refusal.INVALID_TOKEN));
        assertThat(create(ana)).isEqualTo(refused(Refusal.API_KEYS_OFF));
    }

    @Test
    void the_store_holds_no_secret_of_a_key() {
        String key = made("orders:read").secret().reveal();

        assertThat(fixture.events.toString()).doesNotContain(key);
        assertThat(made("orders:read").toString()).doesNotContain(key);
    }
}
