package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Ends text messages with a code in the line that binds the code to a site (origin-bound one-time codes, WebOTP). */
record BoundCodes(MessageTemplates words, String host) implements MessageTemplates {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    BoundCodes {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("no host name in small letters, such as shop.example: " + host);
        }
    }

    @Override
    public RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values) {
        RenderedMessage message = words.render(template, channel, locale, values);
        String code = values.get(MessageValues.CODE);
        return channel != Channel.SMS || code == null
                ? message
                : new RenderedMessage(message.subject(), message.text() + "\n@" + host + " #" + code, message.html());
    }
}
