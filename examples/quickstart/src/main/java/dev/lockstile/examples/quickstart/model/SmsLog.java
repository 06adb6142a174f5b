package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractSmsLog;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What became of text messages. */
@Entity
@Table(name = "auth_sms_log")
public class SmsLog extends AbstractSmsLog {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
