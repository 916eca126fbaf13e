/** Made-up trades: busy and quiet markets, prices that wander and jump, and shocks by plan. */
package io.bellwether.standin.trades.traffic;
