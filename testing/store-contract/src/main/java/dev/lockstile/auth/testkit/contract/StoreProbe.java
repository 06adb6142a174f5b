package dev.lockstile.auth.testkit.contract;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.testkit.LoggedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look at committed rows that no verb of the port reads. */
public interface StoreProbe {

    /**
     * {@return where pushes to a device go; null when they go nowhere}
     *
     * @param id of the device
     */
    @Nullable
    String notificationToken(DeviceId id);

    /**
     * {@return true when the device is marked as deleted}
     *
     * @param id of the device
     */
    boolean isDeleted(DeviceId id);

    /**
     * {@return true when the profile is marked as deleted}
     *
     * @param id of the profile
     */
    boolean isDeleted(ProfileId id);

    /**
     * {@return why a session ended; null while it has not}
     *
     * @param id of the session
     */
    @Nullable
    EndReason endReason(SessionId id);

    /**
     * {@return the sealed part of a message in the outbox, whatever its state; empty text when it is erased or gone}
     *
     * @param messageId of the message
     */
    String sealed(String messageId);

    /**
     * {@return how many entries the message log of that channel has}
     *
     * @param channel whose log
     */
    int logEntries(Channel channel);

    /**
     * {@return the entries of the message log of that channel, in any order}
     *
     * @param channel whose log
     */
    List<LoggedMessage> log(Channel channel);
}
