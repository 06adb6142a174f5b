package dev.lockstile.auth.spring.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/** The shop's own rows. */
public interface Desks extends JpaRepository<Desk, Long> {}
