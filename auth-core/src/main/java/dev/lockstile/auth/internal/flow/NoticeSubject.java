package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.BrowserName;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a notice tells of an act, and which client acted.
 *
 * @param name how the person is greeted; null where none is known
 * @param session where the session began in which it was done; null where none is known
 */
public record NoticeSubject(UserInfo user, @Nullable String name, SessionState.@Nullable Origin session) {

    /** A name of words alone: letters with their marks, and the signs between them. */
    private static final Pattern WORDS =
            Pattern.compile("(?:[\\p{L}\\p{M} '\\u2019\\u00b7\\u200c\\u200d-]++|\\.(?![^ ]))++");

    /** An act without a session, such as one of the staff. */
    public static NoticeSubject of(UserInfo user) {
        return new NoticeSubject(user, null, null);
    }

    /** The same, greeted by the first name of the default profile. */
    public static NoticeSubject of(StoredUser user) {
        return new NoticeSubject(user.info(), firstName(user), null);
    }

    /** An act of a client that signs in with it. */
    public static NoticeSubject of(StoredUser user, ClientInfo client) {
        return new NoticeSubject(
                user.info(),
                firstName(user),
                new SessionState.Origin(client.kind(), null, client.label(), client.address()));
    }

    /** An act in a session of the owner's. */
    public static NoticeSubject of(StoredSession session) {
        return new NoticeSubject(
                session.user().info(),
                firstName(session.user()),
                session.state().context().isOfActor() ? null : session.state().origin());
    }

    /** First and last name of the default profile; empty where there is none, or one that is not words alone. */
    public static Optional<String> displayName(StoredUser user) {
        return words(user, Person::displayName);
    }

    private static @Nullable String firstName(StoredUser user) {
        return words(user, Person::firstName).orElse(null);
    }

    /**
     * A person who holds a session, or acts for the owner, may have changed the name: one that may be the address of a
     * site or a number to call is left out.
     */
    private static Optional<String> words(StoredUser user, Function<Person, @Nullable String> part) {
        return user.profiles().stream()
                .filter(profile -> profile.status().isDefault())
                .map(ProfileInfo::person)
                .map(part::apply)
                .filter(name ->
                        name != null && !name.isBlank() && WORDS.matcher(name).matches())
                .findFirst();
    }

    /** The client as a message tells it: only words of ours for the browser. */
    public RequestOrigin origin() {
        return session == null
                ? RequestOrigin.of(null, ClientEvidence.NONE, user.timezone())
                : RequestOrigin.of(
                        session.remoteAddress(),
                        ClientEvidence.NONE.withBrowser(BrowserName.of(session.deviceLabel())),
                        user.timezone());
    }
}
