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

    public U getUser() {
        return user;
    }

    public boolean isDefault() {
        return isDefault;
    }

    public boolean isActive() {
        return active;
    }

    public String getRole() {
        return role;
    }

    public String getLabel() {
        return label;
    }

    public @Nullable String getPicture() {
        return picture;
    }

    public SettingsJson getSettings() {
        return SettingsJson.of(settings);
    }

    /** Gives the profile its owner, once: a profile does not change hands. */
    public void belongTo(U owner) {
        if (user != null && user != owner) {
            throw new IllegalStateException("a profile does not change hands");
        }
        user = owner;
    }

    /** Sets what the server decides about the profile. */
    void decide(ProfileStatus status) {
        role = status.role();
        isDefault = status.isDefault();
        active = status.active();
    }

    /** Sets the words and the picture the owner shows; the picture is a reference that the host resolves. */
    public void present(String newLabel, @Nullable String newPicture) {
        label = newLabel;
        picture = newPicture;
    }

    public void replaceSettings(SettingsJson newSettings) {
        settings = newSettings.text();
    }
}
