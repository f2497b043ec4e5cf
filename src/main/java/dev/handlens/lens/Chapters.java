package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// Finds the chapters of a program. The list is kept for as long as the program stays the same, so that no frame walks the steps.
final class Chapters {
    private Program program;
    private List<Chapter> chapters = List.of();

    /// Returns the chapters of a program in the order of their positions; at least the start.
    List<Chapter> of(Program wanted) {
        if (program != wanted) {
            program = wanted;
            List<Chapter> found = new ArrayList<>();
            found.add(new Chapter(0, wanted.scenario().title()));
            collect(wanted.scenario().blocks(), 0, found);
            chapters = List.copyOf(found);
        }
        return chapters;
    }

    /// Returns the index of the last chapter that begins at a position or before it.
    static int at(List<Chapter> chapters, long position) {
        int low = 0;
        int high = chapters.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chapters.get(middle).position() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Adds the titled steps of some blocks.
    ///
    /// @return the position after the blocks, with all rounds of repeats counted
    private static long collect(List<Scenario.Block> blocks, long before, List<Chapter> found) {
        long position = before;
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Step step -> {
                    position++;
                    if (!step.title().isEmpty()) {
                        found.add(new Chapter(position, step.title()));
                    }
                }
                case Scenario.Repeat repeat -> position += repeat.times() * (collect(repeat.body(), position, found) - position);
            }
        }
        return position;
    }
}
