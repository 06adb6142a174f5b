package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractEmailLog;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What became of e-mails. */
@Entity
@Table(name = "auth_email_log")
public class EmailLog extends AbstractEmailLog {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
