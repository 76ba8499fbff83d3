using VerifyCaseFile;

return CommandLine.Run(args, Console.Out);
