package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone or tablet on which a user has signed in. The client's own token is a label for finding the row again, never a
 * proof of anything (ASVS 7.2.4).
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractDevice<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "platform", length = 250)
    private @Nullable String platform;

    @Column(name = "name", length = 250)
    private @Nullable String name;

    @Column(name = "token", length = 250)
    private @Nullable String token;

    @Column(name = "notification_token", length = 500)
    private @Nullable String notificationToken;

    @Column(name = "linked_at", nullable = false)
    private @Nullable Instant linkedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractDevice() {}

    /** {@return what the client says of its system, such as {@code ios}; null when it said nothing} */
    public @Nullable String getPlatform() {
        return platform;
    }

    /** {@return what the client calls the device; null when it said nothing} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return the label by which the client recognises the device, never a proof; null when it said nothing} */
    public @Nullable String getToken() {
        return token;
    }

    /** {@return where pushes go; null when none are to be sent} */
    public @Nullable String getNotificationToken() {
        return notificationToken;
    }

    /** {@return when a sign-in last named it; null before the row is filled} */
    public @Nullable Instant getLinkedAt() {
        return linkedAt;
    }

    /**
     * Takes over what the client says of itself.
     *
     * @param info what the client says
     * @param at the time of the sign-in
     */
    public void link(DeviceInfo info, Instant at) {
        platform = info.platform();
        name = info.name();
        token = info.token();
        notificationToken = info.notificationToken();
        linkedAt = at;
    }

    /** Stops pushes to this device on behalf of this user. */
    public void unlink() {
        notificationToken = null;
    }
}
