package dev.lockstile.auth.spring.test;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;

/**
 * People of a test: accounts with a proven e-mail address, opened as an administration opens them, and their sessions.
 * A request as one of them bears a real access token, so that everything between it and the controller is tested as
 * well.
 *
 * <pre>{@code
 * client.get().uri("/api/hello").headers(users.signedIn("ana@example.com")).exchange().expectStatus().isOk();
 * }</pre>
 *
 * Not inside a transaction of the test that has read or written something: a password is hashed and compared.
 */
public final class TestUsers {

    /** The password of every account that this class opens. */
    public static final String PASSWORD = "plum-harbour-4417";

    private final Auth auth;

    TestUsers(Auth auth) {
        this.auth = auth;
    }

    /**
     * Opens an account.
     *
     * @param email the person's address
     * @param role role of its profile
     * @return the account
     * @throws AssertionError when the address is taken, or a hook or the settings refuse it
     */
    public UserInfo open(String email, String role) {
        Outcome<UserInfo> result = create(email, role);
        if (result instanceof Outcome.Done<UserInfo> created) {
            return created.value();
        }
        throw new AssertionError("no account for " + email + ": " + result);
    }

    /**
     * Signs a user in from a browser; opens the account first where there is none, with the usual role.
     *
     * @param email the person's address
     * @return the tokens and the user
     * @throws AssertionError when a hook or the settings refuse the account, or the sign-in: a second factor, a block,
     *     or another password than {@link #PASSWORD}
     */
    public SignIn signIn(String email) {
        return signIn(email, AbstractProfile.DEFAULT_ROLE);
    }

    /**
     * The same; who has no account gets one with this role, and who has one keeps the role it has.
     *
     * @param email the person's address
     * @param role of the account that a person without one gets
     * @return the tokens and the user
     */
    public SignIn signIn(String email, String role) {
        Outcome<UserInfo> account = create(email, role);
        boolean there = account.isDone() || account.isRefused(Refusal.IDENTIFIER_TAKEN);
        if (!there) {
            throw new AssertionError("no account for " + email + ": " + account);
        }
        Outcome<SignIn> result =
                auth.login().signIn(new PasswordLogin.Request(email, Secret.of(PASSWORD), ClientInfo.web(null)));
        if (result instanceof Outcome.Done<SignIn> in) {
            return in.value();
        }
        throw new AssertionError(email + " is not signed in: " + result);
    }

    /**
     * {@return the header of a request as this person, who is signed in as {@link #signIn(String)} says}
     *
     * @param email the person's address
     */
    public Consumer<HttpHeaders> signedIn(String email) {
        return signedIn(email, AbstractProfile.DEFAULT_ROLE);
    }

    /**
     * {@return the header of a request as this person, who is signed in as {@link #signIn(String, String)} says}
     *
     * @param email the person's address
     * @param role of the account that a person without one gets
     */
    public Consumer<HttpHeaders> signedIn(String email, String role) {
        String token = signIn(email, role).tokens().access().reveal();
        return headers -> headers.setBearerAuth(token);
    }

    private Outcome<UserInfo> create(String email, String role) {
        return auth.admin()
                .create(AccountDraft.ofEmail(email)
                        .withPassword(Secret.of(PASSWORD))
                        .withRole(role)
                        .vouchingForIdentifiers());
    }
}
