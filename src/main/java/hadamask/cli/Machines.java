package hadamask.cli;

import hadamask.batch.CutOut;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Source;
import hadamask.batch.Targets;
import hadamask.file.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Other machines, which do the images of a command in place of this one.
///
/// The command is parsed and checked here, and what becomes of each image is told here, as if it had been done here.
public interface Machines {
    /// The images that arguments name, in the order in which they were named; those of a folder in the order of their names.
    ///
    /// @param results values of options that name results: their folders are not searched
    /// @param unreadable takes the folders that could not be searched
    List<Source> sources(Named named, List<String> results, List<InputException> unreadable);

    /// What is named on the command line.
    ///
    /// @param images files, patterns and folders
    /// @param recursive whether folders are searched
    /// @param lists files that list images, a line each, or tables of them
    /// @param zeroLists files that list images, each name ended by a zero byte
    record Named(List<String> images, boolean recursive, List<String> lists, List<String> zeroLists) {}

    /// Takes note of where results go, and refuses what cannot be where images are found in archives: the driver does not know their names.
    ///
    /// @throws hadamask.batch.TargetProblem if a result cannot go there
    void require(Targets targets);

    /// The folder or pattern that an option names, in the words of this machine's paths: results of many machines are never one file.
    String results(String given);

    /// Where a table grows on this machine, before the machines' files have it.
    ///
    /// @param given by an option
    String table(String given);

    /// Does all jobs, and tells of each in the order of the jobs; in place of an archive, of each image in it.
    ///
    /// @param teller is told what became of a job, and what was said on the way
    void run(Order order, BiConsumer<Outcome, List<String>> teller);

    /// What is to be done.
    ///
    /// @param grounds the folders below which the results lie: first that of the result that a job is known by; none where none is written
    /// @param facts what is found out beside the results
    /// @param settings everything that decides how results look
    /// @param resume whether what an earlier run did is skipped
    record Order(List<Job> jobs, List<Path> grounds, Set<CutOut.Fact> facts, String settings, boolean resume) {}

    /// Gives the tables their names.
    void finish();
}
