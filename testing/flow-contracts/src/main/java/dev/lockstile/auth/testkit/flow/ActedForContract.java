package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What staff who act for an account do in its name, and what is left to its owner. */
abstract class ActedForContract extends ImpersonationFixture {

    private static final Secret OTHER = Secret.of("another-word-4411");

    /** For those who extend it. */
    protected ActedForContract() {}

    @Test
    void credentials_addresses_factors_and_keys_stay_the_owners() {
        Caller acting = acting();
        ownersAlone(acting.profile()).forEach((name, act) -> {
            Outcome<?> outcome = act.apply(acting);
            assertThat(outcome.refusal()).as(name).contains(Refusal.FORBIDDEN);
        });
        host.sessions().logoutAll(acting);
        assertThat(host.sessions().endOthers(acting)).isZero();
        Caller owner = caller(ANA);
        assertThat(host.sessions().end(acting, owner.session())).isFalse();
        assertThat(host.ownAccount().me(owner).isDone()).isTrue();
        assertThat(fixture.events.stream()
                        .filter(AuthEvent.Refused.class::isInstance)
                        .filter(event ->
                                event.session() != null && event.session().equals(acting.session())))
                .hasSizeGreaterThanOrEqualTo(ownersAlone(acting.profile()).size())
                .allSatisfy(event -> {
                    assertThat(event.user()).isEqualTo(ana);
                    assertThat(event.actor())
                            .isNotNull()
                            .extracting(Actor::user)
                            .isEqualTo(desk.user());
                });
    }

    private Map<String, Function<Caller, Outcome<?>>> ownersAlone(ProfileId profile) {
        Map<String, Function<Caller, Outcome<?>>> all = new LinkedHashMap<>();
        all.put("password", caller -> host.passwords().change(caller, PASSWORD, OTHER));
        all.put("first password", caller -> host.passwords().set(caller, OTHER));
        all.put("address", caller -> host.ownAccount().update(caller, AccountChange.NONE.withEmail("x@acme.example")));
        all.put("number", caller -> host.ownAccount().update(caller, AccountChange.NONE.withPhone("+34600000001")));
        all.put("user name", caller -> host.ownAccount().update(caller, AccountChange.NONE.withUsername("eve")));
        all.put(
                "proof of an address",
                caller -> host.ownAccount().confirmChange(caller, new ChangeProof("none", Secret.of("000000"))));
        all.put("deletion", caller -> host.ownAccount().delete(caller, new DeletionProof.Password(PASSWORD)));
        all.put("application", caller -> host.secondFactors().beginTotp(caller));
        all.put("application confirmed", caller -> host.secondFactors().confirmTotp(caller, "none", OTHER));
        all.put("application removed", caller -> host.secondFactors().removeTotp(caller));
        all.put("recovery codes", caller -> host.secondFactors().renewRecoveryCodes(caller));
        all.put("browser", caller -> host.secondFactors().forgetBrowser(caller, "none"));
        all.put("browsers", caller -> host.secondFactors().forgetBrowsers(caller));
        all.put("passkey", caller -> host.ownPasskeys().begin(caller));
        all.put("passkey removed", caller -> host.ownPasskeys().remove(caller, "none"));
        all.put("passkey renamed", caller -> host.ownPasskeys().rename(caller, "none", "mine"));
        all.put("step-up", caller -> host.stepUp().byPassword(caller, PASSWORD));
        all.put("step-up code", caller -> host.stepUp().requestCode(caller, null, null));
        all.put("step-up by code", caller -> host.stepUp().byCode(caller, "none", Secret.of("000000")));
        all.put("profile switch", caller -> host.login().switchProfile(caller, profile, FlowFixture.WEB));
        all.put("new profile", caller -> host.profiles().create(caller, new Profiles.Draft(Person.UNKNOWN, "Work")));
        all.put("default profile", caller -> host.profiles().makeDefault(caller, profile));
        all.put("profile deleted", caller -> host.profiles().delete(caller, profile));
        return all;
    }

    @Test
    void an_api_key_is_not_made_in_the_name_of_another() {
        var keys = fixture.nodeWith(wiring(builder ->
                        builder.apiKeys(ApiKeyFixture.SETTINGS).impersonation(ImpersonationSettings.standard())))
                .apiKeys();
        Caller acting = acting();
        assertThat(keys.create(acting, new ApiKey.Draft("key", Set.of(), null)).refusal())
                .contains(Refusal.FORBIDDEN);
        assertThat(keys.rotate(acting, "none", null).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(keys.rename(acting, "none", "mine").refusal()).contains(Refusal.FORBIDDEN);
        assertThat(keys.revoke(acting, "none").refusal()).contains(Refusal.FORBIDDEN);
    }

    @Test
    void what_is_changed_all_the_same_names_both() {
        Caller acting = acting();
        assertThat(host.ownAccount()
                        .update(acting, AccountChange.NONE.withLanguage("pt"))
                        .isDone())
                .isTrue();
        assertThat(host.profiles()
                        .update(acting, acting.profile(), draft -> new Profiles.Draft(draft.person(), "Home"))
                        .isDone())
                .isTrue();
        for (Operation operation : Set.of(Operation.ACCOUNT_CHANGE, Operation.PROFILE_CHANGE)) {
            assertThat(fixture.events).anySatisfy(event -> {
                assertThat(event).isInstanceOf(AuthEvent.ActedFor.class);
                assertThat(event.user()).isEqualTo(ana);
                assertThat(event.session()).isEqualTo(acting.session());
                assertThat(event.detail())
                        .isEqualTo(operation + ", by user " + desk.user() + ", session " + desk.session());
            });
        }
    }

    @Test
    void what_the_owner_sees_is_seen() {
        Caller acting = acting();
        assertThat(host.ownAccount().me(acting).isDone()).isTrue();
        assertThat(host.profiles().get(acting, acting.profile()).isDone()).isTrue();
        assertThat(host.secondFactors().view(acting).isDone()).isTrue();
    }
}
