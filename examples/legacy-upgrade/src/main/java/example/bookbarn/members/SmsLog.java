package example.bookbarn.members;

import dev.lockstile.auth.model.AbstractSmsLog;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which text messages went out; never what they said. */
@Entity
@Table(name = "sms_log")
class SmsLog extends AbstractSmsLog {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
