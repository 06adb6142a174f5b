package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.ChangeProof;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.DeletionProof;
import dev.lockstile.auth.account.DeletionResult;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import org.junit.jupiter.api.Test;

/** Changes of accounts by two requests of which the second runs whole between two writes of the first. */
abstract class AccountInterleavingContract extends InterleavedContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Secret OTHER = Secret.of("walnut-corridor-3319");

    /** For those who extend it. */
    protected AccountInterleavingContract() {}

    @Test
    void a_reset_link_sets_one_password() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            String address = address(moment);
            fixture.member(address);
            fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
            LinkProof link = fixture.linkTo(address);
            Secret[] words = {NEXT, OTHER};
            int[] used = {0};
            once(
                    moment,
                    () -> fixture.auth.passwords().confirmReset(link, words[used[0]++])
                            instanceof PasswordResult.Changed);
        }
    }

    @Test
    void a_confirmation_link_proves_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            fixture.auth.accounts().register(FlowFixture.registration(address(moment), null, null));
            LinkProof link = fixture.linkTo(address(moment));
            once(moment, () -> fixture.auth.accounts().confirmEmail(link) instanceof ProofResult.Proven);
        }
    }

    @Test
    void a_code_changes_an_address_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            String wanted = "new" + address(moment);
            ChangeResult asked = fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(wanted));
            String challenge = ((ChangeResult.Changed) asked).pending().get(0).challengeId();
            ChangeProof proof = new ChangeProof(challenge, Secret.of(fixture.codeTo(wanted)));
            once(moment, () -> fixture.auth.ownAccount().confirmChange(caller, proof) instanceof ChangeResult.Changed);
        }
    }

    @Test
    void an_account_is_deleted_once() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            once(
                    moment,
                    () -> fixture.auth.ownAccount().delete(caller, new DeletionProof.Password(password()))
                            instanceof DeletionResult.Deleted);
        }
    }

    @Test
    void a_password_is_changed_once_from_what_it_was() {
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Caller caller = fixture.caller(member(moment));
            Secret[] words = {NEXT, OTHER};
            int[] used = {0};
            once(
                    moment,
                    () -> fixture.auth.passwords().change(caller, password(), words[used[0]++])
                            instanceof PasswordResult.Changed);
        }
    }
}
