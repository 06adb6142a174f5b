package example.bookbarn.members;

import dev.lockstile.auth.model.AbstractEmailLog;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which mails went out; never what they said. */
@Entity
@Table(name = "email_log")
class EmailLog extends AbstractEmailLog {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
