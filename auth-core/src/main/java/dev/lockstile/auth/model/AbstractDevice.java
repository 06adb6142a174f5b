package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone or tablet on which a user has signed in. The device token is chosen by the client: it finds the row again and
 * authenticates neither the device nor the user.
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractDevice() {}

    /** {@return the operating system that the client reported, such as {@code ios}; null when it reported none} */
    public @Nullable String getPlatform() {
        return platform;
    }

    /** {@return the device name that the client reported; null when it reported none} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return the token by which the client recognises the device; null when it sent none} */
    public @Nullable String getToken() {
        return token;
    }

    /** {@return the token to which push messages are sent; null when none are to be sent} */
    public @Nullable String getNotificationToken() {
        return notificationToken;
    }

    /** {@return when a client last linked the device to its user; null until {@link #link} fills the row} */
    public @Nullable Instant getLinkedAt() {
        return linkedAt;
    }

    /**
     * Sets the values that the client reported, and the time of the link.
     *
     * @param info the values that the client reported; null values empty their columns
     * @param at the time of the sign-in
     */
    public void link(DeviceInfo info, Instant at) {
        platform = info.platform();
        name = info.name();
        token = info.token();
        notificationToken = info.notificationToken();
        linkedAt = at;
    }

    /** Removes the notification token, so that this device gets no more push messages for this user. */
    public void unlink() {
        notificationToken = null;
    }
}
