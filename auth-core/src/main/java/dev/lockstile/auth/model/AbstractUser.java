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
 * set. The key column of an identifier determines its owner: it is unique, and null until the identifier is proven.
 *
 * <p>Values that the server decides (password, flags, verification) have no setters but named methods, so that
 * request binding cannot set them (ASVS 15.3.3). Those methods do not change {@code modified_at}. A host that calls one
 * calls {@link #touch} as well: an import recognises accounts changed in this database by that column alone.
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractUser() {}

    /**
     * {@return the e-mail address to which messages are sent; null when there is none} The column does not show whether
     * the address is proven: see {@link #identifiers()}.
     */
    public @Nullable String getEmail() {
        return email;
    }

    /** {@return when the e-mail address was proven; null while it is unproven} */
    public @Nullable Instant getEmailVerifiedAt() {
        return emailVerifiedAt;
    }

    /**
     * {@return the phone number in E.164 format; null when there is none} The column does not show whether the number
     * is proven: see {@link #identifiers()}.
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
     * {@return false while the account is disabled} After a temporary disabling has ended, the value stays false until
     * the next sign-in: see {@link #getDisabledUntil}.
     */
    public boolean isActive() {
        return active;
    }

    /**
     * {@return when a temporary disabling ends; null for an enabled account, and for one that is disabled without an
     * end}
     */
    public @Nullable Instant getDisabledUntil() {
        return disabledUntil;
    }

    /** {@return true when the account has the right {@link Right#STAFF}} */
    public boolean isStaff() {
        return staff;
    }

    /** {@return true when the account has the right {@link Right#SUPERUSER}} */
    public boolean isSuperuser() {
        return superuser;
    }

    /** {@return true when an e-mail address or a phone number is proven} */
    public boolean isVerified() {
        return emailVerifiedAt != null || phoneVerifiedAt != null;
    }

    /** {@return when the account was opened; null in a row that is not saved yet} */
    public @Nullable Instant getJoinedAt() {
        return joinedAt;
    }

    /** {@return when the user last signed in; null before the first sign-in} */
    public @Nullable Instant getLastLoginAt() {
        return lastLoginAt;
    }

    /** {@return when the user accepted the terms; null when the user has not} */
    public @Nullable Instant getTermsAcceptedAt() {
        return termsAcceptedAt;
    }

    /**
     * {@return when an import admitted the account: since then the password opens it with an unproven e-mail address or
     * phone number; null for other accounts, and after the first proof}
     */
    public @Nullable Instant getAdmittedAt() {
        return admittedAt;
    }

    /**
     * {@return when the password was last changed, reset or removed; null before that} An upgrade of the hash does not
     * count.
     */
    public @Nullable Instant getPasswordChangedAt() {
        return passwordChangedAt;
    }

    /** {@return the settings; {@link SettingsJson#EMPTY} when the column holds no JSON object} */
    public SettingsJson getSettings() {
        return SettingsJson.of(settings);
    }

    /**
     * {@return the setting {@code language}, a BCP 47 tag such as {@code es} or {@code pt-BR}; null when it is not set}
     */
    public @Nullable String getLanguage() {
        return getSettings().string("language");
    }

    /**
     * {@return the setting {@code timezone}, an IANA name such as {@code America/Mexico_City}; null when it is not set}
     */
    public @Nullable String getTimezone() {
        return getSettings().string("timezone");
    }

    /**
     * {@return the stored password hash; null when there is no password} It is not a bean property, so that serialisers
     * do not find it.
     */
    public @Nullable Secret passwordHash() {
        return passwordHash == null ? null : Secret.of(passwordHash);
    }

    /** {@return the identifiers, and for each whether it is owned and when it was proven} */
    public IdentifierStates identifiers() {
        return new IdentifierStates(
                new IdentifierState(email, emailKey != null, emailVerifiedAt),
                new IdentifierState(phone, phoneKey != null, phoneVerifiedAt),
                new IdentifierState(username, usernameKey != null, null));
    }

    /**
     * Sets an identifier.
     *
     * @param identifier in canonical form
     * @param key the identifier key; null while the identifier has no owner
     * @param verifiedAt when it was proven; null when it was not
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
     * Replaces the password hash. Call {@link #touch} as well.
     *
     * @param hash in one of the formats of {@link dev.lockstile.auth.password.PasswordFormats}; null removes the
     *     password
     * @param changedAt the time of the change; null leaves the time of the last change as it is, as after an upgrade of
     *     the hash
     */
    public void replacePassword(@Nullable Secret hash, @Nullable Instant changedAt) {
        passwordHash = hash == null ? null : hash.reveal();
        if (changedAt != null) {
            passwordChangedAt = changedAt;
        }
    }

    /** Sets the flags and the mark of deletion. */
    void apply(UserInfo.Status status) {
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

    /** Sets the times of opening, last sign-in, acceptance of the terms and admission. */
    void apply(UserInfo.Dates dates) {
        joinedAt = dates.joinedAt();
        lastLoginAt = dates.lastLoginAt();
        termsAcceptedAt = dates.termsAcceptedAt();
        admittedAt = dates.admittedAt();
    }

    /**
     * Replaces the settings object. Call {@link #touch} as well.
     *
     * @param newSettings the new settings
     */
    public void replaceSettings(SettingsJson newSettings) {
        settings = newSettings.text();
    }
}
