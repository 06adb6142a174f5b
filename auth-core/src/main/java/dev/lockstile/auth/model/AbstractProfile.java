package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * A profile of a user, with its role, label and settings. A user has one or more profiles, one of which is the default.
 * The role, the default flag, the active flag and the owner have no setter, so that request binding cannot set them
 * (ASVS 15.3.3).
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractProfile<U extends AbstractUser> extends AbstractPersonData {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private U user;

    @Column(name = "is_default", nullable = false)
    private boolean isDefault;

    @Column(name = "is_active", nullable = false)
    private boolean active = true;

    @Column(name = "role", length = 30, nullable = false)
    private String role = DEFAULT_ROLE;

    @Column(name = "label", length = 80, nullable = false)
    private String label = "";

    @Column(name = "picture", length = 500)
    private @Nullable String picture;

    @Column(name = "settings", length = SettingsJson.COLUMN_LENGTH, nullable = false)
    private String settings = SettingsJson.EMPTY.text();

    /** The role of a profile for which the host has set no other. */
    public static final String DEFAULT_ROLE = "USER";

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractProfile() {}

    /** {@return the user that the profile belongs to} */
    public U getUser() {
        return user;
    }

    /** {@return true for the profile in which the user's next session starts} */
    public boolean isDefault() {
        return isDefault;
    }

    /** {@return true while the user may use the profile} */
    public boolean isActive() {
        return active;
    }

    /** {@return the role, a word that the host defines; it never grants a {@link Right}} */
    public String getRole() {
        return role;
    }

    /** {@return the label that the owner gave the profile; empty when there is none} */
    public String getLabel() {
        return label;
    }

    /** {@return a reference that the host resolves to a picture; null when there is none} */
    public @Nullable String getPicture() {
        return picture;
    }

    /** {@return the settings of this profile; {@link SettingsJson#EMPTY} when the column holds no JSON object} */
    public SettingsJson getSettings() {
        return SettingsJson.of(settings);
    }

    /**
     * Sets the owner of a new profile.
     *
     * @param owner the host's user
     * @throws IllegalStateException when the profile belongs to another user
     */
    public void belongTo(U owner) {
        if (user != null && user != owner) {
            throw new IllegalStateException("a profile does not change hands");
        }
        user = owner;
    }

    /** Sets the role, the default flag and the active flag. */
    void apply(ProfileInfo.Status status) {
        role = status.role();
        isDefault = status.isDefault();
        active = status.active();
    }

    /**
     * Sets the label and the picture.
     *
     * @param newLabel at most 80 characters; empty for none
     * @param newPicture a reference that the host resolves, at most 500 characters; null for none
     */
    public void present(String newLabel, @Nullable String newPicture) {
        label = newLabel;
        picture = newPicture;
    }

    /**
     * Replaces the settings object.
     *
     * @param newSettings the new settings
     */
    public void replaceSettings(SettingsJson newSettings) {
        settings = newSettings.text();
    }
}
