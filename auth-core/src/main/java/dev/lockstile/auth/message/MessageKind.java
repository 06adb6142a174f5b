package dev.lockstile.auth.message;

import static dev.lockstile.auth.message.MessageTemplates.MessageValues.BY;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.CODE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.DEVICE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.DUE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.INVITER;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.KIND;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.LEFT;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.LINK;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.MINUTES;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.NAME;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.PLACE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.PURPOSE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.PURPOSE_NAME;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.REPLACED;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.ROLE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.SERVICE;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.TIME;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.USERNAME_DROPPED;
import static dev.lockstile.auth.message.MessageTemplates.MessageValues.WHAT;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.Channel;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The messages that the library sends, and their values.
 *
 * <p>{@link MessageValues#NAME} is only accepted for verified recipients. Otherwise an attacker could register another
 * person's address with an advertisement as the name, which the service would deliver.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set here comes from Set.copyOf
public enum MessageKind {
    /** A one-time code to sign in with. */
    LOGIN_CODE(Set.of(CODE), Set.of(MINUTES, TIME, DEVICE, PLACE), both()),

    /** A one-time code for a purpose that the host declared. */
    PURPOSE_CODE(Set.of(CODE), Set.of(MINUTES, PURPOSE, PURPOSE_NAME, TIME, DEVICE, PLACE), both()),

    /** The link that signs in the browser that requested it, and a code that does the same. */
    LOGIN_LINK(Set.of(LINK, CODE), Set.of(MINUTES, TIME, DEVICE, PLACE), Set.of(Channel.EMAIL)),

    /**
     * The link that verifies the address of a registration, and a code that does the same. Sent to an unverified
     * address.
     */
    CONFIRM_EMAIL(Set.of(LINK, CODE), Set.of(MINUTES, USERNAME_DROPPED), Set.of(Channel.EMAIL)),

    /** The link to set a new password. */
    RESET_PASSWORD(Set.of(LINK), Set.of(MINUTES, NAME, TIME, DEVICE, PLACE), both()),

    /**
     * The link by which an invited person sets the first password. Sent to an unverified address; the inviter's name,
     * which is text from a user, is therefore included only where the host allows it.
     */
    INVITATION(Set.of(LINK), Set.of(MINUTES, INVITER, ROLE), both()),

    /** Notice to the owner of an address or number that it was used for another registration (ASVS 6.3.8). */
    ALREADY_REGISTERED(Set.of(), Set.of(), both()),

    /** Notice: the password was changed by use of the old one (ASVS 6.3.7). */
    PASSWORD_CHANGED(Set.of(), notice(LINK), both()),

    /** Notice: the password was reset by a link (ASVS 6.3.7). */
    PASSWORD_RESET_DONE(Set.of(), notice(LINK), both()),

    /** Notice: the next sign-in with the password requires a new one. */
    PASSWORD_CHANGE_REQUIRED(Set.of(), Set.of(NAME, TIME), both()),

    /** Notice: staff set a password that the owner has to replace at the first sign-in. */
    TEMPORARY_PASSWORD_SET(Set.of(), Set.of(NAME, TIME), both()),

    /** Notice: the account was deleted. */
    ACCOUNT_DELETED(Set.of(), notice(), both()),

    /** Notice: the account will be deleted on a given day, unless its owner cancels that. */
    DELETION_SCHEDULED(Set.of(TIME), Set.of(NAME), both()),

    /** A one-time code that verifies a new address or number before it replaces the old one. */
    CHANGE_CODE(Set.of(CODE), Set.of(MINUTES), both()),

    /** Notice to the old address or number: an identifier of the account was changed (ASVS 6.3.7). */
    IDENTIFIER_CHANGED(Set.of(), notice(KIND, WHAT, LINK), both()),

    /** Notice: a second factor was added (NIST SP 800-63B-4 4.6). */
    FACTOR_ADDED(Set.of(), notice(KIND, WHAT, LINK), both()),

    /** Notice: a second factor was removed. */
    FACTOR_REMOVED(Set.of(), notice(KIND, WHAT, LINK), both()),

    /** Notice: new recovery codes were generated, and the old ones are invalid. */
    RECOVERY_CODES_MADE(Set.of(), notice(LINK), both()),

    /** Notice: a recovery code was used (NIST SP 800-63B-4 4.2.2.2). */
    RECOVERY_CODE_USED(Set.of(), notice(LEFT, LINK), both()),

    /** Notice: an account at another site was linked and can sign in. */
    SOCIAL_LINKED(Set.of(), notice(WHAT, LINK), both()),

    /** Notice: an account at another site was unlinked. */
    SOCIAL_UNLINKED(Set.of(), notice(WHAT, LINK), both()),

    /** Notice: a suspended account at another site can sign in again. */
    SOCIAL_RESUMED(Set.of(), notice(WHAT, LINK), both()),

    /** Notice: an administrator requested a reset of all second factors, which is pending. */
    FACTORS_RESET_ASKED(Set.of(), Set.of(NAME, TIME, DUE), both()),

    /** Notice: an administrator removed all second factors. */
    FACTORS_RESET(Set.of(), Set.of(NAME, TIME), both()),

    /** Notice: an API key was created, or has another secret. */
    API_KEY_CREATED(Set.of(), notice(WHAT, REPLACED, LINK), both()),

    /** Notice: an administrator revoked all API keys. */
    API_KEYS_ENDED(Set.of(), Set.of(NAME, TIME), both()),

    /** Notice: the stored data of the account were exported. */
    DATA_EXPORTED(Set.of(), notice(LINK), both()),

    /** Notice: a sign-in from a new device or place, with a link by which the owner takes the account back. */
    NEW_SIGN_IN(Set.of(LINK, TIME, DEVICE, PLACE), Set.of(NAME), Set.of(Channel.EMAIL)),

    /** Notice to the superusers: another superuser was added. */
    SUPERUSER_ADDED(Set.of(), Set.of(NAME, TIME, WHAT, BY), both());

    private final Set<String> required;
    private final Set<String> accepted;
    private final Set<Channel> channels;

    MessageKind(Set<String> required, Set<String> optional, Set<Channel> channels) {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        all.add(SERVICE);
        this.required = Set.copyOf(required);
        this.accepted = Set.copyOf(all);
        this.channels = Set.copyOf(channels);
    }

    /** {@return the channels by which it can be sent} */
    public Set<Channel> channels() {
        return channels;
    }

    /**
     * {@return the names of the required values} The library adds {@link MessageValues#SERVICE} and
     * {@link MessageValues#MINUTES} where they are accepted and not given.
     */
    public Set<String> requiredValues() {
        return required;
    }

    /** {@return the names of all accepted values, including the required ones} */
    public Set<String> acceptedValues() {
        return accepted;
    }

    /**
     * What a notice of an act takes that the owner may have done; a link in it closes the account to another person.
     */
    private static Set<String> notice(String... more) {
        Set<String> all = new TreeSet<>(Set.of(NAME, TIME, DEVICE, PLACE));
        all.addAll(Set.of(more));
        return all;
    }

    private static Set<Channel> both() {
        return EnumSet.allOf(Channel.class);
    }
}
