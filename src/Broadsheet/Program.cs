Console.WriteLine("Broadsheet");
return 0;
