package dev.lockstile.proofs;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.apikey.ApiKey;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.proofs.Operation.Call;
import java.util.List;

/** Administrators of a deployment, and what their acts and those of owners of keys begin with. */
record Admins(ProofFixture fixture) {

    private static final String ROOT = "root@acme.example";

    /** The access token of a new session of a superuser. */
    String token() {
        if (fixture.number("select count(*) from auth_user where is_superuser") == 0) {
            fixture.auth
                    .admin()
                    .createFirstSuperuser(
                            new NewAdmin(ROOT, Secret.of(ProofFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        }
        return fixture.token(ROOT);
    }

    ApiKey.Issued key(String email) {
        return AdminActs.makeKey(fixture.auth, new Call(150, List.of(fixture.token(email), "nightly")))
                .orElseThrow();
    }

    /** A token by which a superuser acts for an account. */
    String acting(String rootToken, String email) {
        return AdminActs.beginActing(fixture.auth, new Call(150, List.of(rootToken, fixture.id(email))))
                .orElseThrow()
                .accessToken()
                .reveal();
    }

    /** The link of an invitation. */
    MessageInbox.Letter invited(String email) {
        ProofFixture.expect("UserInfo", fixture.answer(Operation.INVITE, token(), email));
        fixture.deliver();
        return fixture.postbox.lastTo(email);
    }

    /** Entries of the trail about an account that tell of a success. */
    long entries(String user, String detail) {
        return fixture.number(
                "select count(*) from auth_audit where succeeded and user_ref = ? and detail like ?", user, detail);
    }
}
