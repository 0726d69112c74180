package io.parvis.reputation.watch.read;

import io.parvis.reputation.watch.Subject;
import java.util.List;

record Watch(String watchId, String name, Subject subject, List<String> all, List<String> any, List<String> none) {}
