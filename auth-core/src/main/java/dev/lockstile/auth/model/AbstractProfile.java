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
 * One of the roles in which a user acts. A user has one or more profiles, one of them the default. Role, default mark,
 * activity and owner are the server's: they change through verbs.
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

    /** The role of a profile for which the host has not decided another. */
    public static final String DEFAULT_ROLE = "USER";

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractProfile() {}

    /** {@return the user who acts in it} */
    public U getUser() {
        return user;
    }

    /** {@return true for the one in which the user's next session begins} */
    public boolean isDefault() {
        return isDefault;
    }

    /** {@return true while the user may act in it} */
    public boolean isActive() {
        return active;
    }

    /** {@return the host's own word for what the user does in it; never a right} */
    public String getRole() {
        return role;
    }

    /** {@return the owner's own word for it; empty when there is none} */
    public String getLabel() {
        return label;
    }

    /** {@return the reference that the host resolves to a picture; null when there is none} */
    public @Nullable String getPicture() {
        return picture;
    }

    /** {@return the settings of this profile; what is no JSON object in the column counts as none} */
    public SettingsJson getSettings() {
        return SettingsJson.of(settings);
    }

    /**
     * Gives the profile its owner, once: a profile does not change hands.
     *
     * @param owner the host's user; a row that has another one already is refused
     * @throws IllegalStateException when it has another owner already
     */
    public void belongTo(U owner) {
        if (user != null && user != owner) {
            throw new IllegalStateException("a profile does not change hands");
        }
        user = owner;
    }

    /** Sets what the server decides about the profile. */
    void decide(ProfileInfo.Status status) {
        role = status.role();
        isDefault = status.isDefault();
        active = status.active();
    }

    /**
     * Sets the words and the picture the owner shows; the picture is a reference that the host resolves.
     *
     * @param newLabel at most 80 characters; empty for none
     * @param newPicture at most 500 characters; null for none
     */
    public void present(String newLabel, @Nullable String newPicture) {
        label = newLabel;
        picture = newPicture;
    }

    /**
     * Sets the whole settings object.
     *
     * @param newSettings takes the place of all that is there
     */
    public void replaceSettings(SettingsJson newSettings) {
        settings = newSettings.text();
    }
}
