package dev.lockstile.auth.spring.shop;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The people, as the shop's own repository sees them. */
public interface Members extends JpaRepository<Member, Long> {

    Optional<Member> findByEmail(String email);
}
