package dev.lockstile.auth.model;

import dev.lockstile.auth.secret.Secret;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who has an account. E-mail, phone and user name are equal, optional identifiers, at least one of them given;
 * each has its own proof. Whom an identifier belongs to says its key column alone: unique, and null while nobody has
 * proven it. What the server decides (password, flags, proofs) changes through verbs, never through setters, so that no
 * request binder can reach it (ASVS 15.3.3). The verbs do not move the time of change: a host that calls one on its own
 * calls {@link #touch} too, since by that time alone an import tells that somebody was changed here.
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

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable Instant getEmailVerifiedAt() {
        return emailVerifiedAt;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public @Nullable Instant getPhoneVerifiedAt() {
        return phoneVerifiedAt;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isStaff() {
        return staff;
    }

    public boolean isSuperuser() {
        return superuser;
    }

    /** True once the person has proven an e-mail address or a phone number. */
    public boolean isVerified() {
        return emailVerifiedAt != null || phoneVerifiedAt != null;
    }

    public @Nullable Instant getJoinedAt() {
        return joinedAt;
    }

    public @Nullable Instant getLastLoginAt() {
        return lastLoginAt;
    }

    public @Nullable Instant getTermsAcceptedAt() {
        return termsAcceptedAt;
    }

    /**
     * Since when the password opens the account by an address or number that nobody has proven; null for everybody but
     * those whom an import found let in by a former system, and for them too after the first proof. It proves nothing.
     */
    public @Nullable Instant getAdmittedAt() {
        return admittedAt;
    }

    public @Nullable Instant getPasswordChangedAt() {
        return passwordChangedAt;
    }

    /** The whole settings object. */
    public SettingsJson getSettings() {
        return SettingsJson.of(settings);
    }

    /** The language inside {@code settings}, a BCP 47 tag such as {@code es} or {@code pt-BR}; null when none is set. */
    public @Nullable String getLanguage() {
        return getSettings().string("language");
    }

    /** The time zone inside {@code settings}, an IANA name such as {@code America/Mexico_City}; null when none is set. */
    public @Nullable String getTimezone() {
        return getSettings().string("timezone");
    }

    /** The stored hash, for the store alone; a method and not a property, so that no serialiser finds it. */
    public @Nullable Secret passwordHash() {
        return passwordHash == null ? null : Secret.of(passwordHash);
    }

    /** What this user goes by, and which of it is owned and proven. */
    public IdentifierStates identifiers() {
        return new IdentifierStates(
                new IdentifierState(email, emailKey != null, emailVerifiedAt),
                new IdentifierState(phone, phoneKey != null, phoneVerifiedAt),
                new IdentifierState(username, usernameKey != null, null));
    }

    /**
     * Sets an identifier.
     *
     * @param key the ownership key, or null when nobody has proven the identifier yet
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

    /** Replaces the stored hash; {@code changedAt} is null where the person did not change the password. Call {@link #touch} with it. */
    public void replacePassword(@Nullable Secret hash, @Nullable Instant changedAt) {
        passwordHash = hash == null ? null : hash.reveal();
        if (changedAt != null) {
            passwordChangedAt = changedAt;
        }
    }

    /** Sets what the server decides about the account. */
    void decide(AccountStatus status) {
        active = status.active();
        staff = status.staff();
        superuser = status.superuser();
        if (status.deletedAt() == null) {
            restore();
        } else {
            markDeleted(status.deletedAt(), false);
        }
    }

    /** Sets the dates of the account's life. */
    void date(UserDates dates) {
        joinedAt = dates.joinedAt();
        lastLoginAt = dates.lastLoginAt();
        termsAcceptedAt = dates.termsAcceptedAt();
        admittedAt = dates.admittedAt();
    }

    /** Sets the whole settings object. Call {@link #touch} with it. */
    public void replaceSettings(SettingsJson newSettings) {
        settings = newSettings.text();
    }
}
