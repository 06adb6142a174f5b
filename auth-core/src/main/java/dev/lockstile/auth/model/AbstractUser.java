package dev.lockstile.auth.model;

import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.secret.Secret;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user account. E-mail address, phone number and user name are equal, optional identifiers, of which at least one is
 * set; each has its own time of verification. The key column of an identifier determines its owner: it is unique, and
 * null until the identifier is verified. Values that the server decides (password, flags, verification) change through
 * named methods, not through setters, so that request binding cannot set them (ASVS 15.3.3). The verbs do not move the
 * time of change: a host that calls one on its own calls {@link #touch} too, since by that time alone an import tells
 * that the account was changed here.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractUser extends AbstractSoftDeletable {

    @Column(name = "email", length = 254)
    private @Nullable String email;

    @Column(name = "email_key", length = 64, unique = true)
    private @Nullable String emailKey;

    @Column(name = "email_verified_at")
    private @Nullable Instant emailVerifiedAt;

    @Column(name = "phone", length = 32)
    private @Nullable String phone;

    @Column(name = "phone_key", length = 64, unique = true)
    private @Nullable String phoneKey;

    @Column(name = "phone_verified_at")
    private @Nullable Instant phoneVerifiedAt;

    @Column(name = "username", length = 150)
    private @Nullable String username;

    @Column(name = "username_key", length = 64, unique = true)
    private @Nullable String usernameKey;

    @Column(name = "password_hash", length = 512)
    private @Nullable String passwordHash;

    @Column(name = "password_changed_at")
    private @Nullable Instant passwordChangedAt;

    @Column(name = "is_active", nullable = false)
    private boolean active = true;

    @Column(name = "disabled_until")
    private @Nullable Instant disabledUntil;

    @Column(name = "is_staff", nullable = false)
    private boolean staff;

    @Column(name = "is_superuser", nullable = false)
    private boolean superuser;

    @Column(name = "joined_at", nullable = false)
    private @Nullable Instant joinedAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @Column(name = "terms_accepted_at")
    private @Nullable Instant termsAcceptedAt;

    @Column(name = "admitted_at")
    private @Nullable Instant admittedAt;

    @Column(name = "settings", length = SettingsJson.COLUMN_LENGTH, nullable = false)
    private String settings = SettingsJson.EMPTY.text();

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractUser() {}

    /**
     * {@return the e-mail address as it is written to; null when there is none} The column alone proves nothing: see
     * {@link #identifiers()}.
     */
    public @Nullable String getEmail() {
        return email;
    }

    /** {@return when the e-mail address was proven; null while it is unproven} */
    public @Nullable Instant getEmailVerifiedAt() {
        return emailVerifiedAt;
    }

    /**
     * {@return the phone number in E.164; null when there is none} The column alone proves nothing: see {@link
     * #identifiers()}.
     */
    public @Nullable String getPhone() {
        return phone;
    }

    /** {@return when the phone number was proven; null while it is unproven} */
    public @Nullable Instant getPhoneVerifiedAt() {
        return phoneVerifiedAt;
    }

    /** {@return the user name; null when there is none} */
    public @Nullable String getUsername() {
        return username;
    }

    /**
     * {@return false while the account is disabled} Also after the end of a disabling for a time, until the next
     * sign-in: {@link #getDisabledUntil}.
     */
    public boolean isActive() {
        return active;
    }

    /** {@return when the disabled account opens again by itself; null without an end} */
    public @Nullable Instant getDisabledUntil() {
        return disabledUntil;
    }

    /** {@return true for staff of the host} */
    public boolean isStaff() {
        return staff;
    }

    /** {@return true for a superuser} */
    public boolean isSuperuser() {
        return superuser;
    }

    /** {@return true once the person has proven an e-mail address or a phone number} */
    public boolean isVerified() {
        return emailVerifiedAt != null || phoneVerifiedAt != null;
    }

    /** {@return when the account was opened; null before the row is filled} */
    public @Nullable Instant getJoinedAt() {
        return joinedAt;
    }

    /** {@return when the person last signed in; null before the first sign-in} */
    public @Nullable Instant getLastLoginAt() {
        return lastLoginAt;
    }

    /** {@return when the person accepted the terms; null without it} */
    public @Nullable Instant getTermsAcceptedAt() {
        return termsAcceptedAt;
    }

    /**
     * {@return the time since which the password opens the account by an unproven address or number; null
     * for all but imported accounts that a former system let in, and for these too after the first proof} It
     * proves nothing.
     */
    public @Nullable Instant getAdmittedAt() {
        return admittedAt;
    }

    /** {@return when the person last changed the password; null before that} */
    public @Nullable Instant getPasswordChangedAt() {
        return passwordChangedAt;
    }

    /** {@return the whole settings object; what is no JSON object in the column counts as none} */
    public SettingsJson getSettings() {
        return SettingsJson.of(settings);
    }

    /**
     * {@return the language inside {@code settings}, a BCP 47 tag such as {@code es} or {@code pt-BR}; null when none
     * is set}
     */
    public @Nullable String getLanguage() {
        return getSettings().string("language");
    }

    /**
     * {@return the time zone inside {@code settings}, an IANA name such as {@code America/Mexico_City}; null when none
     * is set}
     */
    public @Nullable String getTimezone() {
        return getSettings().string("timezone");
    }

    /**
     * {@return the stored hash, for the store alone; null when there is none} A method and not a property, so that no
     * serialiser finds it.
     */
    public @Nullable Secret passwordHash() {
        return passwordHash == null ? null : Secret.of(passwordHash);
    }

    /** {@return the identifiers of this user, and which of them are owned and verified} */
    public IdentifierStates identifiers() {
        return new IdentifierStates(
                new IdentifierState(email, emailKey != null, emailVerifiedAt),
                new IdentifierState(phone, phoneKey != null, phoneVerifiedAt),
                new IdentifierState(username, usernameKey != null, null));
    }

    /**
     * Sets an identifier.
     *
     * @param key the ownership key, or null while the identifier is unproven
     * @param verifiedAt when it was proven, or null
     */
    void assign(Identifier identifier, @Nullable String key, @Nullable Instant verifiedAt) {
        switch (identifier.kind()) {
            case EMAIL -> {
                email = identifier.value();
                emailKey = key;
                emailVerifiedAt = verifiedAt;
            }
            case PHONE -> {
                phone = identifier.value();
                phoneKey = key;
                phoneVerifiedAt = verifiedAt;
            }
            case USERNAME -> {
                username = identifier.value();
                usernameKey = key;
            }
        }
    }

    /**
     * Replaces the stored hash; {@code changedAt} is null where the person did not change the password. Call
     * {@link #touch} with it.
     *
     * @param hash in one of the formats of {@link dev.lockstile.auth.password.PasswordFormats}; null takes the password
     *     away
     * @param changedAt null where the person did not change the password
     */
    public void replacePassword(@Nullable Secret hash, @Nullable Instant changedAt) {
        passwordHash = hash == null ? null : hash.reveal();
        if (changedAt != null) {
            passwordChangedAt = changedAt;
        }
    }

    /** Sets what the server decides about the account. */
    void decide(UserInfo.Status status) {
        active = status.active();
        disabledUntil = status.disabledUntil();
        staff = status.staff();
        superuser = status.superuser();
        if (status.deletedAt() == null) {
            restore();
        } else {
            markDeleted(status.deletedAt(), false);
        }
    }

    /** Sets the dates of the account's life. */
    void date(UserInfo.Dates dates) {
        joinedAt = dates.joinedAt();
        lastLoginAt = dates.lastLoginAt();
        termsAcceptedAt = dates.termsAcceptedAt();
        admittedAt = dates.admittedAt();
    }

    /**
     * Sets the whole settings object. Call {@link #touch} with it.
     *
     * @param newSettings takes the place of all that is there
     */
    public void replaceSettings(SettingsJson newSettings) {
        settings = newSettings.text();
    }
}
