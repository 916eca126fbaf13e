package io.bellwether.quickstart.page.console;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The latest keys, so many at most. */
public final class Recent {
  private final int capacity;
  private final Set<String> keys = new LinkedHashSet<>();

  public Recent(int capacity) {
    this.capacity = capacity;
  }

  public boolean contains(String key) {
    return keys.contains(key);
  }

  /** False if it is there already. */
  public boolean add(String key) {
    if (!keys.add(key)) {
      return false;
    }
    if (keys.size() > capacity) {
      Iterator<String> oldest = keys.iterator();
      oldest.next();
      oldest.remove();
    }
    return true;
  }
}
