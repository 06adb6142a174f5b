package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.util.Locale;
import java.util.Map;

/** Who a smoke test signs in: a person of its own who is deleted afterwards, or one who is there. */
final class SmokePerson {

    private static final int BYTES = 18;

    private final String login;
    private final boolean throwAway;
    private final Map<String, String> fields;
    private Secret password;

    private SmokePerson(String login, Secret password, boolean throwAway, Map<String, String> fields) {
        this.login = login;
        this.password = password;
        this.throwAway = throwAway;
        this.fields = Map.copyOf(fields);
    }

    /** A person of a name of its own, at a domain that receives no mail. */
    static SmokePerson throwAway(Map<String, String> fields) {
        String name = random().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return throwAway("smoke-" + name + "@example.com", fields);
    }

    static SmokePerson throwAway(String email, Map<String, String> fields) {
        return new SmokePerson(email, freshPassword(), true, fields);
    }

    static SmokePerson existing(String login, Secret password) {
        return new SmokePerson(login, password, false, Map.of());
    }

    /** Long, random, and with every kind of character that a policy may ask for. */
    static Secret freshPassword() {
        return Secret.of("Sm0ke-" + random());
    }

    private static String random() {
        return Randomness.secure().text(BYTES);
    }

    String login() {
        return login;
    }

    Secret password() {
        return password;
    }

    void changed(Secret fresh) {
        password = fresh;
    }

    boolean isThrowAway() {
        return throwAway;
    }

    Map<String, String> fields() {
        return fields;
    }

    /** Whether codes go to an address, rather than to a user name or a number. */
    boolean readsMail() {
        return login.contains("@");
    }

    /** The address, without most of its name where it is a person's. */
    String masked() {
        return throwAway && login.startsWith("smoke-") ? login : MaskedRecipient.of(login);
    }
}
