package dev.lockstile.auth.upkeep;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeCounts;
import java.util.Map;

/**
 * One-time codes and links in figures, by the way they were sent. Codes that the clean-up removed are not in them.
 *
 * @param byChannel figures by channel; a channel without codes may be missing
 */
public record CodeStatistics(Map<Channel, CodeCounts> byChannel) {

    /**
     * Copies the map.
     *
     * @param byChannel figures by channel; a channel without codes may be missing
     */
    public CodeStatistics {
        byChannel = Map.copyOf(byChannel);
    }

    /** {@return the figures over all channels} */
    public CodeCounts all() {
        return byChannel.values().stream().reduce(CodeCounts.NONE, CodeCounts::plus);
    }

    /**
     * {@return the figures of one channel}
     *
     * @param channel e-mail or text message
     */
    public CodeCounts of(Channel channel) {
        return byChannel.getOrDefault(channel, CodeCounts.NONE);
    }
}
