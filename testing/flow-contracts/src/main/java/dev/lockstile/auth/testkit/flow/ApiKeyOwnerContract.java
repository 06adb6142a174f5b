package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key lives no longer than its owner's account lets it. */
@Tag("keys")
abstract class ApiKeyOwnerContract extends ApiKeyFixture {

    @Test
    void a_key_of_a_disabled_account_is_dead_at_once_for_good() {
        Secret key = made("orders:read").secret();

        host.admin().disable(ana.user());
        assertThat(use(key)).isEqualTo(refused(Refusal.INVALID_TOKEN));
        host.admin().enable(ana.user());
        assertThat(opens(key)).isFalse();
    }

    @Test
    void a_key_of_an_account_whose_row_says_disabled_is_refused() {
        Secret key = made("orders:read").secret();

        fixture.store.<Boolean>alone(tx -> tx.users().setActive(ana.user(), false, now()));
        assertThat(opens(key)).isFalse();
    }

    @Test
    void a_key_of_a_deleted_account_is_dead_also_when_the_account_is_restored() {
        Secret key = made("orders:read").secret();

        host.admin().delete(ana.user());
        assertThat(opens(key)).isFalse();
        host.admin().restore(ana.user());
        assertThat(opens(key)).isFalse();
    }

    @Test
    void a_key_is_dead_once_its_profile_is() {
        Secret key = made("orders:read").secret();

        boolean deleted = fixture.store.<Boolean>alone(tx -> {
            ProfileId other = tx.profiles()
                    .insert(new NewProfile(
                            ana.user(),
                            Person.UNKNOWN,
                            new ProfileInfo.Status("USER", false, true),
                            "other",
                            null,
                            SettingsJson.EMPTY,
                            RowTimes.fresh(now())));
            return tx.profiles().makeDefault(new ProfileStore.Owned(ana.user(), other), now())
                    && tx.profiles().delete(new ProfileStore.Owned(ana.user(), ana.profile()), now());
        });
        assertThat(deleted).isTrue();
        assertThat(opens(key)).isFalse();
    }

    @Test
    void a_reset_of_the_password_revokes_the_keys_and_a_change_does_not() {
        Secret key = made("orders:read").secret();
        host.passwords().change(ana, Secret.of(FlowFixture.PASSWORD), Secret.of("copper-lantern-2208"));
        assertThat(opens(key)).isTrue();

        host.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, EMAIL, null));
        host.passwords().confirmReset(fixture.linkTo(EMAIL), Secret.of("silver-orchard-5521"));
        assertThat(opens(key)).isFalse();
    }

    @Test
    void a_key_that_is_used_while_it_is_revoked_opens_never_again() {
        for (int run = 0; run < 10; run++) {
            ApiKey.Issued made = made("orders:read");
            List<Boolean> ended = ParallelRun.run(
                    2,
                    n -> n == 0
                            ? keys().revoke(ana, made.key().id()).toOptional().isPresent()
                            : opens(made.secret()));
            assertThat(ended.get(0)).isTrue();
            assertThat(opens(made.secret())).isFalse();
        }
    }

    @Test
    void a_key_loses_what_its_owners_role_loses_at_its_next_use() {
        host = fixture.nodeWith(builder -> builder.apiKeys(SETTINGS)
                .roles(Role.named("CLERK").may("stock:read", "stock:write").may(AdminPermission.USERS_READ)));
        host.admin().setRole(ana.user(), "CLERK");
        Secret key = made("stock:read", "stock:write").secret();
        assertThat(use(key).orElseThrow().may("stock:write")).isTrue();
        assertThat(create(ana, AdminPermission.USERS_READ.text()).refusal()).contains(Refusal.INVALID_INPUT);
        assertThat(create(ana, "orders:read").refusal()).contains(Refusal.INVALID_INPUT);

        host.admin().setRole(ana.user(), "USER");
        assertThat(use(key).orElseThrow().permissions()).isEmpty();
    }

    @Test
    void a_key_has_no_permission_of_administration_whatever_its_owner_is() {
        host = fixture.nodeWith(builder -> builder.apiKeys(SETTINGS)
                .roles(Role.named("CLERK").may("stock:read").may(AdminPermission.USERS_READ)));
        host.admin()
                .bootstrapSuperuser(
                        Secret.of(FlowFixture.BOOTSTRAP),
                        new AccountAdministration.NewAdmin(
                                "root@acme.example",
                                Secret.of(FlowFixture.PASSWORD),
                                AccountAdministration.NewAdmin.Rank.SUPERUSER));
        Caller root = fixture.caller(fixture.signedIn("root@acme.example"));

        assertThat(create(root, AdminPermission.USERS_READ.text()).refusal()).contains(Refusal.INVALID_INPUT);
        Caller program = use(create(root, "stock:read").orElseThrow().secret()).orElseThrow();
        assertThat(program.permissions()).containsExactly("stock:read");
        assertThat(program.has(Right.SUPERUSER)).isFalse();
        assertThat(host.adminAuthorization().refusal(program)).isPresent();
    }

    @Test
    void an_administrator_sees_the_keys_of_another_account_and_ends_one_with_a_reason() {
        host.admin()
                .bootstrapSuperuser(
                        Secret.of(FlowFixture.BOOTSTRAP),
                        new AccountAdministration.NewAdmin(
                                "root@acme.example",
                                Secret.of(FlowFixture.PASSWORD),
                                AccountAdministration.NewAdmin.Rank.SUPERUSER));
        Caller root = fixture.caller(fixture.signedIn("root@acme.example"));
        ApiKey.Issued one = made("orders:read");
        ApiKey.Issued other = made("orders:write");
        assertThat(keys().listAs(root, ana.user()).orElseThrow())
                .extracting(ApiKey::id)
                .containsExactlyInAnyOrder(one.key().id(), other.key().id());
        assertThat(keys().listAs(ana, root.user())).isEqualTo(refused(Refusal.FORBIDDEN));
        assertThat(keys().scopes(ana).orElseThrow()).containsExactlyInAnyOrder("orders:read", "orders:write");

        String key = one.key().id();
        assertThat(host.admin().revokeApiKeyAs(ana, ana.user(), key, "ticket 7"))
                .isEqualTo(Change.FORBIDDEN);
        assertThat(host.admin().revokeApiKeyAs(root, root.user(), key, "ticket 7"))
                .as("the key of another account")
                .isEqualTo(Change.UNCHANGED);
        assertThat(opens(one.secret())).isTrue();
        fixture.events.clear();
        assertThat(host.admin().revokeApiKeyAs(root, ana.user(), key, "ticket 7"))
                .isEqualTo(Change.DONE);
        assertThat(opens(one.secret())).isFalse();
        assertThat(opens(other.secret())).isTrue();
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .singleElement()
                .satisfies(told -> assertThat(told.detail()).startsWith("api_key_revoked (" + key + "), by user"));
        allKeysEnd(root, other);
    }

    private void allKeysEnd(Caller root, ApiKey.Issued other) {
        int told = fixture.deliver().postbox.to(EMAIL).size();
        assertThat(host.admin().endApiKeysAs(ana, ana.user(), "ticket 8")).isEqualTo(Change.FORBIDDEN);
        assertThat(opens(other.secret())).isTrue();
        fixture.events.clear();
        assertThat(host.admin().endApiKeysAs(root, ana.user(), "ticket 8")).isEqualTo(Change.DONE);
        assertThat(opens(other.secret())).isFalse();
        assertThat(fixture.events)
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).startsWith("api_keys_ended, by user"));
        assertThat(fixture.deliver().postbox.to(EMAIL)).hasSize(told + 1);
        assertThat(host.admin().endApiKeysAs(root, ana.user(), "ticket 8")).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void keys_that_another_change_of_the_account_ends_are_told_of_once() {
        keysEnd(() -> host.admin().disable(ana.user()));
        fixture.events.clear();
        host.admin().enable(ana.user());
        host.admin().disable(ana.user());
        assertThat(keyEvents()).as("no key was left").isEmpty();
        host.admin().enable(ana.user());
        ana = fixture.caller(fixture.signedIn(EMAIL));
        keysEnd(() -> {
            host.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, EMAIL, null));
            host.passwords().confirmReset(fixture.linkTo(EMAIL), Secret.of(FlowFixture.PASSWORD));
        });
        ana = fixture.caller(fixture.signedIn(EMAIL));
        keysEnd(() -> host.ownAccount().delete(ana, new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD))));
    }

    private void keysEnd(Runnable change) {
        made("orders:read");
        made("orders:write");
        fixture.events.clear();
        change.run();
        assertThat(keyEvents()).containsExactly(new AuthEvent.ApiKeyChanged(now(), ana.user(), null, "*", "revoked"));
        assertThat(fixture.events).as("the event of the change itself").hasSizeGreaterThan(1);
    }

    private List<AuthEvent> keyEvents() {
        return fixture.events.stream()
                .filter(AuthEvent.ApiKeyChanged.class::isInstance)
                .toList();
    }

    @Test
    void a_key_that_is_refused_is_told_of_in_the_words_of_other_refusals() {
        fixture.events.clear();
        assertThat(create(ana, "no such scope").refusal()).contains(Refusal.INVALID_INPUT);
        assertThat(fixture.events).singleElement().satisfies(told -> {
            assertThat(told.name()).isEqualTo("authn_token_change_fail");
            assertThat(told.detail()).isEqualTo("API_KEY_CHANGE invalid");
        });
    }
}
