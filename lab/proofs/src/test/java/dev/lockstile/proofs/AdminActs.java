package dev.lockstile.proofs;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.account.AccountMerging.Merge;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.InvitationAdministration.Invitation;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.impersonation.Impersonation.Acting;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.proofs.Operation.Call;
import java.util.Set;

/** What a node does for administrators and for keys; the first argument of each is an access token. */
final class AdminActs {

    static final String WHY = "ticket 7";

    private AdminActs() {}

    static Caller caller(Auth auth, Call call) {
        return auth.sessions().authenticate(call.arg(0)).orElseThrow();
    }

    static Outcome<Merge> merge(Auth auth, Call call) {
        return auth.admin().mergeAs(caller(auth, call), user(auth, call, 1), user(auth, call, 2), WHY);
    }

    static Change edit(Auth auth, Call call) {
        Person person = new Person(call.arg(2), call.arg(2), null, null, null);
        AccountEdit edit = new AccountEdit(old -> new Profiles.Draft(person, old.label()), HostValues.NONE);
        return auth.admin().editAs(caller(auth, call), user(auth, call, 1), edit, WHY);
    }

    static Outcome<UserInfo> invite(Auth auth, Call call) {
        return auth.admin().inviteAs(caller(auth, call), AccountDraft.ofEmail(call.arg(1)), Invitation.USUAL_LIFE, WHY);
    }

    static Change inviteAgain(Auth auth, Call call) {
        return auth.admin().inviteAgainAs(caller(auth, call), user(auth, call, 1), Invitation.USUAL_LIFE, WHY);
    }

    static Change revokeInvitation(Auth auth, Call call) {
        return auth.admin().revokeInvitationAs(caller(auth, call), user(auth, call, 1), WHY);
    }

    static Outcome<ApiKey.Issued> makeKey(Auth auth, Call call) {
        return auth.apiKeys().create(caller(auth, call), new ApiKey.Draft(call.arg(1), Set.of("orders:read"), null));
    }

    static Outcome<Boolean> revokeKey(Auth auth, Call call) {
        return auth.apiKeys().revoke(caller(auth, call), call.arg(1));
    }

    static Outcome<Acting> beginActing(Auth auth, Call call) {
        return auth.impersonation().begin(caller(auth, call), user(auth, call, 1), WHY);
    }

    private static UserId user(Auth auth, Call call, int index) {
        return auth.userId(call.arg(index)).orElseThrow();
    }
}
