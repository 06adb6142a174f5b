package dev.lockstile.auth;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.notice.PlaceLookup;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.sms.SmsSender;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What messages are made and sent by. */
record MessageParts(
        List<SmsSender> sms,
        List<EmailSender> email,
        List<PurposeSettings> purposes,
        int workers,
        @Nullable MessageTemplates templates,
        @Nullable PlaceLookup places) {

    MessageParts {
        sms = List.copyOf(sms);
        email = List.copyOf(email);
        purposes = List.copyOf(purposes);
    }

    /** The components while a builder collects them. */
    static final class Draft {
        final List<SmsSender> sms = new ArrayList<>();
        final List<EmailSender> email = new ArrayList<>();
        final List<PurposeSettings> purposes = new ArrayList<>();
        int workers = 4;

        @Nullable
        MessageTemplates templates;

        @Nullable
        PlaceLookup places;

        MessageParts build() {
            return new MessageParts(sms, email, purposes, workers, templates, places);
        }
    }
}
