/** The password service, and a source of breached passwords: what an application makes once and keeps. */
@NullMarked
package dev.lockstile.auth.password.service;

import org.jspecify.annotations.NullMarked;
