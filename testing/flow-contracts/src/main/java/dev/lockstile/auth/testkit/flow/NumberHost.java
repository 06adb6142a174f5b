package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A host with a page for links of notices, and accounts whose one proven identifier is a number. */
record NumberHost(FlowFixture fixture, Auth node) {

    static NumberHost of(FlowFixture fixture) {
        return new NumberHost(
                fixture,
                fixture.nodeWith(builder ->
                        builder.signInNotices(NoticeSettings.of(URI.create("https://acme.example/not-me")))));
    }

    /** An account with the password of the fixture. */
    UserId account(String phone) {
        Instant now = fixture.clock.instant();
        IdentifierAssignment number =
                new IdentifierAssignment(IdentifierRules.standard().phone(phone).orElseThrow(), true, now);
        NewUser user = new NewUser(
                List.of(number),
                Secret.of("md5$s$" + Md5.of("s" + FlowFixture.PASSWORD)),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
        return fixture.store.alone(tx -> tx.users().insert(user));
    }

    Caller signIn(String login) {
        ClientInfo browser = new ClientInfo(ClientKind.WEB, null, "192.0.2.7", "Firefox on Linux");
        return fixture.caller(FlowFixture.signIn(
                node.login().signIn(new PasswordLogin.Request(login, Secret.of(FlowFixture.PASSWORD), browser))));
    }

    void changePhone(Caller caller, String to) {
        confirm(caller, asked(caller, AccountChange.NONE.withPhone(to), to));
    }

    void changeEmail(Caller caller, String to) {
        confirm(caller, asked(caller, AccountChange.NONE.withEmail(to), to));
    }

    ChangeProof asked(Caller caller, AccountChange change, String to) {
        fixture.clock.advance(Duration.ofMinutes(2));
        PendingChange pending =
                node.ownAccount().update(caller, change).orElseThrow().pending().get(0);
        return new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(to)));
    }

    private void confirm(Caller caller, ChangeProof proof) {
        node.ownAccount().confirmChange(caller, proof).orElseThrow();
    }

    void changePassword(Caller caller, String before, String after) {
        node.passwords().change(caller, Secret.of(before), Secret.of(after)).orElseThrow();
    }

    /** The links of notices to an address or number, the oldest first. */
    List<LinkProof> links(String recipient) {
        return proofs(recipient, true);
    }

    /** Those for a new password. */
    List<LinkProof> resets(String recipient) {
        return proofs(recipient, false);
    }

    private List<LinkProof> proofs(String recipient, boolean notices) {
        return fixture.deliver().postbox.to(recipient).stream()
                .filter(MessageInbox.Letter::hasLink)
                .filter(letter -> letter.text().contains("/not-me?") == notices)
                .map(letter -> new LinkProof(letter.uid(), Secret.of(letter.token())))
                .toList();
    }

    UserInfo user(UserId id) {
        return fixture.store.read(tx -> tx.users().byId(id).orElseThrow()).info();
    }
}
